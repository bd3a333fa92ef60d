import './reader.css'
import { countVisit } from './beacon.ts'
import { loadFontIfMissing } from './font.ts'
import { offerLargeType } from './large-type.ts'

countVisit(document.body.dataset['slug'])
loadFontIfMissing()
offerLargeType(document.querySelector<HTMLButtonElement>('button.large'))
