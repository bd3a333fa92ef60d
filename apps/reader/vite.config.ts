import { defineConfig } from 'vite'

/** One script and one style sheet with fixed names: the pages that carry them are rendered by the server and add a stamp. */
export default defineConfig({
  base: '/assets/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: false,
    cssCodeSplit: false,
    rollupOptions: {
      input: 'src/reader.ts',
      output: { entryFileNames: 'reader.js', assetFileNames: 'reader[extname]' },
    },
  },
})
