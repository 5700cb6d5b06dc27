/** A row of houses on a slope: one window is lit, and the way to it begins next door. Drawn in the company's colours. */
export function NeighbourhoodPicture({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 640 460" className={className} aria-hidden="true" focusable="false">
      <g className="fill-accent-soft">
        <circle cx="486" cy="112" r="62" />
        <path d="M0 460C8 396 52 364 112 346s104-36 150-30c92 16 152 44 236 22s110-34 142-36v158Z" />
      </g>
      <g className="fill-none stroke-line-strong" strokeWidth="2" strokeLinecap="round">
        <path d="M96 128c8-11 25-11 32 2 12-5 26 3 24 16H78c-6-9 6-22 18-18Z" opacity="0.4" />
        <path d="M330 60c10-14 32-14 40 2 16-6 32 4 30 20h-96c-8-12 8-28 26-22Z" opacity="0.5" />
      </g>
      <House x={52} y={196} wide={128} high={150} roof={58} tone="plain" />
      <House x={206} y={228} wide={104} high={128} roof={46} tone="accent" lit />
      <House x={336} y={176} wide={146} high={192} roof={66} tone="plain" storeys={2} />
      <House x={508} y={236} wide={100} high={116} roof={44} tone="second" lit />
      <path d="M258 356c-8 44 52 54 118 52s150-2 176-22c12-10 10-22 6-34" className="fill-none stroke-accent" strokeWidth="3" strokeLinecap="round" strokeDasharray="2 11" />
      <g className="fill-accent">
        <circle cx="258" cy="356" r="7" />
        <path d="M558 316c-13 0-22 10-22 21 0 14 18 29 21 31 1 1 2 1 3 0 3-2 21-17 21-31 0-11-10-21-23-21Z" />
        <circle cx="558" cy="337" r="7.5" className="fill-surface" />
      </g>
      <g className="stroke-accent fill-none" strokeWidth="2.5" strokeLinecap="round">
        <path d="M30 408v-46M30 378c-10-2-16-10-16-20 12 0 18 8 16 20ZM30 390c10-2 16-10 16-20-12 0-18 8-16 20Z" />
        <path d="M626 340v-40M626 314c-9-2-14-9-14-18 11 0 16 8 14 18Z" />
      </g>
    </svg>
  );
}

const tones = { plain: ["fill-surface", "fill-line"], accent: ["fill-accent", "fill-accent-hover"], second: ["fill-second-soft", "fill-second"] } as const;

function House({ x, y, wide, high, roof, tone, storeys = 1, lit = false }: { x: number; y: number; wide: number; high: number; roof: number; tone: keyof typeof tones; storeys?: 1 | 2; lit?: boolean }) {
  const [wall, top] = tones[tone];
  const pane = lit ? "fill-second-soft stroke-second" : "fill-sunken stroke-line-strong";
  const windows = storeys === 2 ? [[0.18, 0.12], [0.6, 0.12], [0.18, 0.46], [0.6, 0.46]] : [[0.2, 0.2], [0.58, 0.2]];
  return (
    <g>
      <rect x={x} y={y} width={wide} height={high} className={`${wall} stroke-line-strong`} strokeWidth="2" />
      <path d={`M${x - 12} ${y + 2} ${x + wide / 2} ${y - roof} ${x + wide + 12} ${y + 2}Z`} className={`${top} stroke-line-strong`} strokeWidth="2" strokeLinejoin="round" />
      {windows.map(([dx = 0, dy = 0]) => (
        <rect key={`${dx} ${dy}`} x={x + wide * dx} y={y + high * dy} width={wide * 0.22} height={Math.min(34, high * 0.22)} rx="2" className={pane} strokeWidth="2" />
      ))}
      <rect x={x + wide * 0.4} y={y + high - 46} width={wide * 0.2} height="46" rx="2" className={tone === "accent" ? "fill-accent-soft" : "fill-line"} />
    </g>
  );
}

/** A plug, a leaf and a dial for energy. */
function EnergyPicture() {
  return (
    <g fill="none" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round">
      <circle cx="100" cy="92" r="58" className="fill-accent-soft" />
      <path d="M58 92a42 42 0 0 1 84 0" className="stroke-accent" />
      <path d="M58 92h8M100 50v8M142 92h-8M70.300 62.300l5.600 5.600M129.700 62.300l-5.600 5.600" className="stroke-accent" />
      <path d="m100 92-22-16" className="stroke-second" strokeWidth="4" />
      <circle cx="100" cy="92" r="6" className="fill-second stroke-second" />
      <path d="M178 118c0-30 20-44 52-44 2 32-14 54-42 54-6 0-10-4-10-10Z" className="fill-surface stroke-accent" />
      <path d="M172 138c8-22 22-36 42-46" className="stroke-accent" />
      <path d="M62 124h76" className="stroke-line-strong" />
    </g>
  );
}

/** A router whose waves reach a telephone and a screen. */
function ConnectivityPicture() {
  return (
    <g fill="none" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round">
      <circle cx="120" cy="80" r="58" className="fill-second-soft" />
      <rect x="76" y="100" width="88" height="28" rx="8" className="fill-surface stroke-second" />
      <path d="M92 114h.1M104 114h.1M140 114h12M96 100V78M144 100V78" className="stroke-second" />
      <path d="M103 62a24 24 0 0 1 34 0M92 50a40 40 0 0 1 56 0M112 73a11 11 0 0 1 16 0" className="stroke-accent" />
      <rect x="190" y="58" width="38" height="70" rx="8" className="fill-surface stroke-accent" />
      <path d="M203 118h12M200 74h18M200 84h12" className="stroke-accent" />
      <rect x="14" y="68" width="46" height="36" rx="5" className="fill-surface stroke-accent" />
      <path d="M28 116h18M37 104v12" className="stroke-accent" />
    </g>
  );
}

/** The picture of a category; categories that staff add later share the first. */
export function CategoryPicture({ code, className }: { code: string; className?: string }) {
  return (
    <svg viewBox="0 0 240 160" className={className} aria-hidden="true" focusable="false">
      {code === "connectivity" ? <ConnectivityPicture /> : <EnergyPicture />}
    </svg>
  );
}
