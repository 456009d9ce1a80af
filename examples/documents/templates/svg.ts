/** Small pieces that the three templates share. Sizes are pixels of the finished scan. */

export interface TextStyle {
  size: number;
  weight?: 'normal' | 'bold';
  family?: string;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
  spacing?: number;
}

export const SANS = 'DejaVu Sans Condensed, DejaVu Sans, Arial, sans-serif';
export const MONO = 'DejaVu Sans Mono, OCR-B, monospace';

export function text(x: number, y: number, content: string, style: TextStyle): string {
  const { size, weight = 'normal', family = SANS, fill = '#1b1b22', anchor = 'start', spacing = 0 } = style;
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}"
    text-anchor="${anchor}" letter-spacing="${spacing}" xml:space="preserve">${escapeXml(content)}</text>`;
}

/** A plain head and shoulders where the photograph of the holder would be. */
export function portrait(x: number, y: number, width: number, height: number, tone: string): string {
  const cx = x + width / 2;
  const head = width * 0.21;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#d3dbe0"/>
    <ellipse cx="${cx}" cy="${y + height * 0.4}" rx="${head}" ry="${head * 1.3}" fill="${tone}"/>
    <path d="M ${x + width * 0.1} ${y + height} Q ${cx} ${y + height * 0.45} ${x + width * 0.9} ${y + height} Z" fill="#5b6675"/>`;
}

/** Fine waves as on security paper, pale enough not to disturb reading. */
export function guilloche(width: number, height: number, colour: string): string {
  const lines: string[] = [];
  for (let y = 30; y < height; y += 34) {
    lines.push(`<path d="M 0 ${y} Q ${width / 4} ${y - 40} ${width / 2} ${y} T ${width} ${y}"/>`);
  }
  return `<g fill="none" stroke="${colour}" stroke-width="1.5" opacity="0.5">${lines.join('')}</g>`;
}

export function svg(width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
}

function escapeXml(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
