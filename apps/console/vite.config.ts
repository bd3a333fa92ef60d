import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { quietIcons } from './quiet-icons.ts'

/** Fonts stay files: a base64 font in a style sheet would be fetched even where the system has the face. */
export default defineConfig({
  base: '/desk/',
  plugins: [react(), quietIcons()],
  build: { outDir: 'dist', assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': 'http://localhost:4870', '/files': 'http://localhost:4870' } },
})
