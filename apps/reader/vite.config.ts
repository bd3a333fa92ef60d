import { defineConfig } from 'vite'

/** One script and one style sheet with fixed names: the pages that carry them are rendered by the server and add a stamp. */
export default defineConfig({
  base: '/assets/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: false,
    cssCodeSplit: true,
    rollupOptions: {
      input: { reader: 'src/reader.ts', fonts: 'src/fonts.css' },
      output: {
        entryFileNames: '[name].js',
        assetFileNames: (asset) =>
          asset.names.some((name) => name.endsWith('.css')) ? '[name][extname]' : '[name]-[hash][extname]',
      },
    },
  },
})
