import { svg, type SVGTemplateResult } from 'lit';
import type { Drawing, Motif } from './drawing';

type Draw = (drawing: Drawing) => SVGTemplateResult;

/** Each thing stands on the table's edge at 0, is drawn upwards, and is about 150 wide and 170 high. */
export const MOTIF: Record<Motif, Draw> = {
  vase: ({ colours: [, light, , thing, shade], turns: [belly, neck] }) => {
    const [b, n] = [44 + belly * 26, 12 + neck * 10];
    return svg`
      <path fill=${thing} d="M${-n} -150 C${-n} -115 ${-b} -105 ${-b} -62 C${-b} -22 -26 -8 -24 0 H24 C26 -8 ${b} -22 ${b} -62 C${b} -105 ${n} -115 ${n} -150 Z"/>
      <path fill=${shade} d="M${n} -150 C${n} -115 ${b} -105 ${b} -62 C${b} -22 26 -8 24 0 H2 C34 -20 34 -110 ${n - 6} -150 Z"/>
      <path fill="none" stroke=${light} stroke-width="3" d="M${-b + 3} -72 Q0 -58 ${b - 3} -72 M${-b + 1} -60 Q0 -46 ${b - 1} -60"/>
      <ellipse fill=${shade} cx="0" cy="-150" rx=${n + 4} ry="5"/>`;
  },
  bowl: ({ colours: [, light, , thing, shade], turns: [depth] }) => {
    const d = 70 + depth * 25;
    return svg`
      <path fill=${thing} d="M-86 ${-d} C-80 -22 -40 -10 -28 -8 V0 H28 V-8 C40 -10 80 -22 86 ${-d} Z"/>
      <path fill=${shade} d="M86 ${-d} C80 -22 40 -10 28 -8 V0 H4 C44 -16 62 -40 66 ${-d} Z"/>
      <ellipse fill=${shade} cx="0" cy=${-d} rx="86" ry="14"/>
      <ellipse fill=${light} cx="0" cy=${-d + 2} rx="76" ry="9" opacity=".6"/>`;
  },
  clock: ({ colours: [wall, , , thing, shade], turns: [hour, minute] }) => svg`
      <path fill=${shade} d="M-62 0 L-54 -14 H54 L62 0 Z"/>
      <path fill=${thing} d="M-50 -14 V-96 C-50 -170 50 -170 50 -96 V-14 Z"/>
      <path fill=${shade} d="M34 -14 V-96 C34 -128 20 -150 0 -151.5 C25 -151.5 50 -133 50 -96 V-14 Z" opacity=".7"/>
      <circle cx="0" cy="-96" r="36" fill="#fbf6e8" stroke=${shade} stroke-width="4"/>
      ${Array.from({ length: 12 }, (_, at) => svg`<path stroke=${wall} stroke-width="2" d="M0 -126 V-121" transform="rotate(${at * 30} 0 -96)"/>`)}
      <path stroke=${wall} stroke-width="4" stroke-linecap="round" d="M0 -96 V-114" transform="rotate(${Math.round(hour * 360)} 0 -96)"/>
      <path stroke=${wall} stroke-width="2.5" stroke-linecap="round" d="M0 -96 V-122" transform="rotate(${Math.round(minute * 360)} 0 -96)"/>
      <circle cx="0" cy="-96" r="3.5" fill=${wall}/>
      <circle cx="0" cy="-34" r="9" fill=${shade}/>`,
  picture: ({ colours: [wall, light, table, thing, shade], turns: [hill, sun, far] }) => svg`
      <rect x="-100" y="-150" width="200" height="142" fill=${shade}/>
      <rect x="-94" y="-144" width="188" height="130" fill=${thing}/>
      <rect x="-82" y="-132" width="164" height="106" fill="#e9dfc6"/>
      <circle cx=${-50 + sun * 100} cy=${-104 + far * 14} r="13" fill=${thing} opacity=".85"/>
      <path fill=${light} d="M-82 ${-70 - far * 16} Q-40 ${-104 - hill * 14} 0 -76 Q40 ${-58 - hill * 20} 82 ${-84 - far * 10} V-26 H-82 Z"/>
      <path fill=${wall} d="M-82 -48 Q-30 ${-78 + hill * 20} 20 -54 Q50 -42 82 -56 V-26 H-82 Z"/>
      <path fill=${table} d="M-82 -34 Q10 -52 82 -32 V-26 H-82 Z"/>`,
  books: ({ colours: [, light, , thing, shade], turns: [lean, tall] }) => svg`
      <rect x="-78" y=${-112 - tall * 30} width="34" height=${112 + tall * 30} fill=${thing}/>
      <path stroke=${light} stroke-width="3" d="M-78 -92 H-44 M-78 -30 H-44"/>
      <rect x="-42" y="-128" width="28" height="128" fill=${light}/>
      <path stroke=${shade} stroke-width="3" d="M-42 -104 H-14 M-42 -96 H-14"/>
      <rect x="-12" y="-104" width="38" height="104" fill=${shade}/>
      <rect x="-4" y="-84" width="22" height="26" fill=${thing}/>
      <rect x="34" y="-122" width="30" height="122" fill=${thing} transform="rotate(${8 + lean * 8} 34 0)"/>`,
  teapot: ({ colours: [, light, , thing, shade], turns: [belly] }) => {
    const b = 56 + belly * 12;
    return svg`
      <path fill="none" stroke=${shade} stroke-width="10" d="M${b - 8} -86 C${b + 44} -96 ${b + 38} -30 ${b - 10} -34"/>
      <path fill=${thing} d="M${-b + 10} -50 C${-b - 24} -58 ${-b - 18} -92 ${-b - 40} -100 L${-b - 28} -106 C${-b - 2} -98 ${-b + 2} -82 ${-b + 20} -78 Z"/>
      <path fill=${thing} d="M-30 -108 C${-b - 10} -100 ${-b - 6} -14 -28 0 H28 C${b + 6} -14 ${b + 10} -100 30 -108 Z"/>
      <path fill=${shade} d="M30 -108 C${b + 10} -100 ${b + 6} -14 28 0 H6 C46 -22 44 -92 14 -108 Z"/>
      <path fill=${shade} d="M-34 -106 Q0 -130 34 -106 Z"/>
      <circle cx="0" cy="-125" r="8" fill=${thing}/>
      <path fill="none" stroke=${light} stroke-width="3" d="M${-b + 6} -56 Q-10 -44 ${b - 26} -60"/>`;
  },
  jewel: ({ colours: [, light, , thing, shade], turns: [size] }) => svg`
      <ellipse cx="0" cy="-52" rx="54" ry="52" fill="none" stroke=${thing} stroke-width="11"/>
      <path fill="none" stroke=${shade} stroke-width="4" d="M-52 -44 A54 52 0 0 0 52 -44"/>
      <g transform="translate(0 -104) scale(${1 + size * 0.25})">
        <path fill="#dfeef0" d="M-30 -30 H30 L42 -10 L0 34 L-42 -10 Z"/>
        <path fill=${light} d="M-42 -10 H42 L0 34 Z" opacity=".55"/>
        <path fill="#ffffff" opacity=".7" d="M-30 -30 L-14 -10 L0 -30 Z M30 -30 L14 -10 L0 -30 Z"/>
        <path fill="none" stroke=${shade} stroke-width="1.5" d="M-42 -10 H42 M-14 -10 L0 34 L14 -10 L0 -30 Z"/>
      </g>`,
  chair: ({ colours: [, light, , thing, shade], turns: [back] }) => svg`
      <path fill="none" stroke=${thing} stroke-width="9" stroke-linecap="round" d="M-44 0 L-38 -74 L-48 ${-160 - back * 12} M44 0 L38 -74 L48 ${-160 - back * 12}"/>
      <path fill="none" stroke=${shade} stroke-width="7" d="M-30 0 L-27 -70 M30 0 L27 -70 M-36 -36 H36"/>
      <path fill=${thing} d="M-50 ${-160 - back * 12} Q0 ${-186 - back * 12} 50 ${-160 - back * 12} L46 ${-132 - back * 8} Q0 -150 -46 ${-132 - back * 8} Z"/>
      <path fill="none" stroke=${thing} stroke-width="5" d="M-18 -136 L-14 -78 M0 -140 V-78 M18 -136 L14 -78"/>
      <rect x="-50" y="-84" width="100" height="15" rx="5" fill=${light}/>
      <rect x="-50" y="-72" width="100" height="5" fill=${shade}/>`,
  lamp: ({ colours: [, light, , thing, shade], turns: [wide] }) => {
    const w = 58 + wide * 16;
    return svg`
      <ellipse cx="0" cy="-110" rx="120" ry="74" fill=${light} opacity=".35"/>
      <path fill=${shade} d="M-34 0 Q-30 -14 -6 -16 H6 Q30 -14 34 0 Z"/>
      <rect x="-5" y="-88" width="10" height="74" fill=${shade}/>
      <circle cx="0" cy="-50" r="12" fill=${shade}/>
      <path fill=${thing} d="M-30 -158 H30 L${w} -86 H${-w} Z"/>
      <path fill="#ffffff" opacity=".25" d="M-30 -158 H-8 L-22 -86 H${-w} Z"/>`;
  },
  bottle: ({ colours: [, light, , thing, shade], turns: [shoulder] }) => {
    const y = -96 - shoulder * 14;
    return svg`
      <path fill=${thing} d="M-28 0 V${y} C-28 ${y - 18} -11 ${y - 20} -10 -136 V-166 H10 V-136 C11 ${y - 20} 28 ${y - 18} 28 ${y} V0 Z"/>
      <path fill=${shade} d="M28 0 V${y} C28 ${y - 18} 11 ${y - 20} 10 -136 V-166 H4 V-136 C5 ${y - 20} 16 ${y - 18} 16 ${y} V0 Z"/>
      <rect x="-11" y="-174" width="22" height="30" fill=${shade}/>
      <rect x="-28" y="-78" width="56" height="52" fill=${light}/>
      <path stroke=${shade} stroke-width="3" d="M-18 -64 H18 M-14 -54 H14 M-16 -38 H16"/>`;
  },
  globe: ({ colours: [, light, , thing, shade], turns: [turn] }) => {
    const x = turn * 22 - 11;
    return svg`
      <path fill=${shade} d="M-40 0 C-36 -14 -10 -16 -7 -20 V-44 H7 V-20 C10 -16 36 -14 40 0 Z"/>
      <circle cx="0" cy="-106" r="60" fill=${light}/>
      <path fill=${thing} d="M${x - 34} -140 q24 -16 26 6 q-6 14 -12 20 q-22 10 -24 -8 q-4 -10 10 -18 Z M${x + 14} -146 q30 -4 30 22 q-4 24 -18 40 q-14 -4 -10 -22 q-16 -16 -2 -40 Z M${x - 20} -98 q22 -4 16 22 q-8 20 -14 12 q-10 -24 -2 -34 Z"/>
      <path fill=${shade} opacity=".35" d="M20 -162.6 A60 60 0 0 1 20 -49.4 A74 74 0 0 0 20 -162.6 Z"/>
      <path fill="none" stroke=${shade} stroke-width="5" d="M-18 -170 C56 -196 84 -84 16 -40"/>`;
  },
  violin: ({ colours: [, light, , thing, shade], turns: [bow] }) => svg`
      <path fill=${thing} d="M-8 -128 C-32 -134 -40 -114 -32 -98 C-26 -88 -28 -78 -34 -70 C-52 -44 -34 0 0 0 C34 0 52 -44 34 -70 C28 -78 26 -88 32 -98 C40 -114 32 -134 8 -128 Z"/>
      <path fill=${shade} opacity=".6" d="M34 -70 C28 -78 26 -88 32 -98 C40 -114 32 -134 8 -128 C24 -126 30 -112 22 -98 C16 -86 18 -78 24 -70 C40 -44 26 -6 0 0 C34 0 52 -44 34 -70 Z"/>
      <path fill=${shade} d="M-6 -176 H6 L9 -66 H-9 Z M-12 -58 H12 L9 -50 H-9 Z M-8 -38 H8 L5 -8 H-5 Z"/>
      <path fill="none" stroke=${light} stroke-width="1.2" d="M-3 -174 L-4 -38 M0 -174 V-38 M3 -174 L4 -38"/>
      <path fill="none" stroke=${shade} stroke-width="3" d="M-17 -92 C-24 -84 -14 -72 -20 -62 M17 -92 C24 -84 14 -72 20 -62 M-14 -170 H-6 M6 -164 H14"/>
      <path fill="none" stroke=${shade} stroke-width="4" stroke-linecap="round" d="M${62 + bow * 10} -2 L${74 + bow * 18} -168"/>`,
  camera: ({ colours: [wall, light, , thing, shade], turns: [dial] }) => svg`
      <rect x="-34" y="-122" width="68" height="20" rx="4" fill=${shade}/>
      <rect x="-90" y="-106" width="180" height="106" rx="10" fill=${thing}/>
      <rect x="-90" y="-78" width="180" height="52" fill=${shade}/>
      <circle cx=${60 + dial * 8} cy="-110" r="9" fill=${light}/>
      <circle cx="0" cy="-52" r="44" fill=${light}/>
      <circle cx="0" cy="-52" r="36" fill=${wall}/>
      <circle cx="0" cy="-52" r="22" fill=${shade}/>
      <path fill="none" stroke="#ffffff" stroke-width="4" stroke-linecap="round" opacity=".6" d="M-20 -66 A26 26 0 0 1 -2 -78"/>
      <rect x="-18" y="-118" width="36" height="11" rx="2" fill=${wall}/>`,
  engine: ({ colours: [wall, light, , thing, shade], turns: [funnel] }) => {
    const y = -112 - funnel * 18;
    return svg`
      <rect x="-40" y="-88" width="104" height="52" rx="8" fill=${thing}/>
      <path stroke=${light} stroke-width="4" d="M-14 -88 V-36 M24 -88 V-36"/>
      <path fill=${shade} d="M36 -86 V${y} L28 ${y - 12} H66 L58 ${y} V-86 Z M-100 -132 H-30 V-122 H-100 Z"/>
      <rect x="-92" y="-124" width="54" height="90" fill=${thing}/>
      <rect x="-82" y="-112" width="34" height="30" fill=${light}/>
      <path fill=${shade} d="M-98 -36 H76 V-24 H-98 Z M72 -24 L92 0 H66 Z"/>
      ${[-70, -14, 40].map((x) => svg`<circle cx=${x} cy="-18" r="18" fill=${wall}/><circle cx=${x} cy="-18" r="11" fill=${light}/>`)}
      <path stroke=${shade} stroke-width="5" stroke-linecap="round" d="M-14 -14 H40"/>`;
  },
  candles: ({ colours: [, light, , thing, shade], turns: [left, right] }) => svg`
      ${[
        [-40, 120 + left * 34],
        [40, 120 + right * 34],
      ].map(
        ([x, tall]) => svg`
      <rect x=${x! - 6} y=${-tall! - 20} width="12" height=${tall! - 70} fill="#f6efdd"/>
      <path fill="#f2b84b" d="M${x} ${-tall! - 44} q8 12 0 24 q-8 -12 0 -24 Z"/>
      <path fill=${thing} d="M${x! - 28} 0 q2 -14 20 -18 q-6 -14 5 -24 q-9 -14 -1 -26 l-3 -18 h-8 v-6 h30 v6 h-8 l-3 18 q8 12 -1 26 q11 10 5 24 q18 4 20 18 Z"/>
      <path fill=${shade} opacity=".6" d="M${x! + 28} 0 q-2 -14 -20 -18 q6 -14 -5 -24 q9 -14 1 -26 l3 -18 h-5 l-4 18 q6 12 -1 26 q6 10 1 24 q12 6 14 18 Z"/>
      <path stroke=${light} stroke-width="2" d="M${x! - 13} -89 h26"/>`,
      )}`,
};
