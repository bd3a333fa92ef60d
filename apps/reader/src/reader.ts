import './reader.css'
import './article.css'
import { countVisit } from './beacon.ts'
import { loadFontIfMissing } from './font.ts'
import { offerLargeType } from './large-type.ts'

countVisit(document.body.dataset['slug'])
loadFontIfMissing()
offerLargeType(document.querySelector<HTMLButtonElement>('button.large'))

// On a phone the channels are wider than the screen: the one we are in comes into view.
document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
