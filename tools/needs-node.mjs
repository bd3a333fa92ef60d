/**
 * Plain JavaScript, loaded before anything else: an old Node must say what is wrong, not stumble over the first type.
 * `npm ci` brings the right one along as the package `node`, unless install scripts were switched off.
 */
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `融媒平台需要 Node 24 或更新的版本，现在是 ${process.version}。请重新运行 npm ci（不要带 --ignore-scripts），它会自带所需的 Node。\n` +
      `Rongmei needs Node 24 or later, this is ${process.version}. Run npm ci again without --ignore-scripts: it brings one along.`,
  )
  process.exit(1)
}
