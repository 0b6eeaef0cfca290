import type { Band, Tick } from "@crux/present";
import type { EmbedStrip } from "./embed-strip.ts";

/** The strip, its sentence and the way to the room, as HTML that the page puts in. */
export function stripHtml({ title, strip, sentence }: EmbedStrip, link: string): string {
  const bands = strip?.bands.map(bandHtml).join("") ?? "";
  const ticks = strip?.ticks.map(tickHtml).join("") ?? "";
  const picture = strip === null ? "" : `<div class="top">${ticks}</div><div class="strip">${bands}</div>`;
  const axis =
    strip === null ? "" : '<p class="axis" aria-hidden="true"><span>0</span><span>g</span><span>∞</span></p>';
  return `<h1>${safe(title || "Crux")}</h1>${picture}${axis}<p id="sentence">${safe(sentence)}</p><p class="link"><a href="${safe(link)}" target="_blank" rel="noopener">Open the room</a></p>`;
}

function bandHtml({ from, to, label, styles }: Band): string {
  const layers = styles.map(({ hue, pattern }) => `<i class="${hue} ${pattern}"></i>`).join("");
  const name = styles.length > 1 ? `tie: ${label}` : label;
  return `<div class="band ${styles[0]?.hue ?? "slate"}" style="width:${percent(to - from)}">${layers}<b>${safe(name)}</b></div>`;
}

const tickHtml = ({ position, exact, description }: Tick): string =>
  `<span class="tick" style="left:${percent(position)}" title="${safe(description)}">${safe(exact)}</span>`;

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Words of people as text in HTML. */
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** A whole small page around `inside`; its script asks `source` for what is new every few seconds until there is none. */
export const embedPage = (inside: string, source: string, nonce: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Crux</title><style nonce="${nonce}">${STYLE}</style></head><body><main aria-label="Live strip" aria-live="polite">${inside}</main>${source === "" ? "" : `<script nonce="${nonce}">${script(source)}</script>`}</body></html>`;

const script = (source: string): string =>
  `let t="",m=document.querySelector("main");const again=()=>setTimeout(look,document.hidden?15000:3000);async function look(){try{const r=await fetch(${JSON.stringify(source)},{headers:t?{"if-none-match":t}:{},cache:"no-store"});if(r.status===404){m.textContent="This room is not shown here any more.";return}if(r.status===200){const n=await r.text();if(t||n!==m.innerHTML)m.innerHTML=n;t=r.headers.get("etag")||""}}catch{}again()}again()`;

const STYLE = `:root{color-scheme:light dark;font:16px/1.4 system-ui,sans-serif;background:light-dark(#f6f5f1,#14161a);color:light-dark(#1b1e24,#ebe8e2)}body{margin:0;padding:12px 14px}h1{font:600 15px/1.3 system-ui;margin:0}p{margin:6px 0 0}a{color:inherit}#sentence{font:18px/1.35 Georgia,serif}.top{position:relative;height:26px;margin-top:8px}.tick{position:absolute;bottom:2px;transform:translateX(-50%);font:600 17px/1 Georgia,serif}.tick::after{content:"";position:absolute;left:50%;top:100%;width:2px;height:60px;margin-left:-1px;background:currentColor;z-index:1}.strip{display:flex;height:56px;border-radius:10px;overflow:hidden}.band{position:relative;display:flex;align-items:center;justify-content:center;overflow:hidden;color:#fff;transition:width .3s}.band b{position:relative;padding:0 4px;font-size:15px;text-align:center;background:inherit;border-radius:4px}.band i{flex:1}.band i+i{box-shadow:inset 0 2px #fff}.band:has(i+i){align-items:stretch;flex-direction:column}.axis{display:flex;justify-content:space-between;font-size:12px;opacity:.85}.blue{background-color:#0b64a6}.vermilion{background-color:#c04a03}.purple{background-color:#7d4394}.green{background-color:#04755a}.amber{background-color:#e9a90c;color:#1d1500}.sky{background-color:#62b6e8;color:#1d1500}.rose{background-color:#ad2f68}.slate{background-color:#566072}.band i:only-of-type{position:absolute;inset:0}.rising{background-image:repeating-linear-gradient(135deg,#fff3 0 2px,transparent 2px 10px)}.falling{background-image:repeating-linear-gradient(45deg,#fff3 0 2px,transparent 2px 10px)}.dots{background-image:radial-gradient(#fff3 1.6px,transparent 2px);background-size:10px 10px}.level{background-image:repeating-linear-gradient(0deg,#fff3 0 2px,transparent 2px 9px)}.upright{background-image:repeating-linear-gradient(90deg,#fff3 0 2px,transparent 2px 9px)}.cross,.checks{background-image:repeating-linear-gradient(45deg,#fff3 0 2px,transparent 2px 10px),repeating-linear-gradient(135deg,#fff3 0 2px,transparent 2px 10px)}@media(prefers-reduced-motion:reduce){.band{transition:none}}`;
