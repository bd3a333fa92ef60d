const KEY = 'rongmei.large'

/** 大字版 for those who need it: remembered on this device, offered only where a script runs. */
export function offerLargeType(button: HTMLButtonElement | null): void {
  if (!button) return
  const show = (on: boolean) => {
    document.documentElement.classList.toggle('large-type', on)
    button.setAttribute('aria-pressed', String(on))
    button.textContent = on ? '标准字号' : '大字版'
  }
  button.hidden = false
  show(localStorage.getItem(KEY) === '1')
  button.addEventListener('click', () => {
    const on = !document.documentElement.classList.contains('large-type')
    localStorage.setItem(KEY, on ? '1' : '0')
    show(on)
  })
}
