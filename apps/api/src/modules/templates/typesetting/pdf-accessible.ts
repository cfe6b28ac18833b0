/**
 * Typst writes either PDF/A or PDF/UA-1, not both, though the pages are the same. This adds to Typst's PDF/A what ISO
 * 14289-1 also requires: the identification in the XMP packet (with its description as an extension schema, ISO
 * 19005-2, 6.6.2.3) and the title in the window's title bar. The packet and the catalog are the last two objects of the
 * file, so everything before them stays byte for byte the same.
 * @throws Error if the file does not have this structure (a new Typst)
 */
export function accessiblePdf(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const startXref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-60))?.[1]);
  const table = text.slice(startXref);
  const root = Number(/\/Root (\d+) 0 R/.exec(table)?.[1]);
  const packetAt = placeOf(table, root - 1);
  const catalogAt = placeOf(table, root);
  const packet = /^\d+ 0 obj\n<<\n {2}\/Length \d+\n([^]*?)>>\nstream\n([^]*)\nendstream\nendobj\s*$/.exec(
    text.slice(packetAt, catalogAt),
  );
  const catalog = text.slice(catalogAt, startXref);
  if (!packet?.[2]?.includes(packetEnd) || !catalog.includes(preferences) || !packet[2].includes(schemasEnd))
    throw new Error('the PDF does not have the structure that can be completed');
  const described = packet[2]
    .replace(schemasEnd, schema + schemasEnd)
    .replace(packetEnd, identification + packetEnd);
  const head = `${root - 1} 0 obj\n<<\n  /Length ${described.length}\n${packet[1]}>>\nstream\n${described}\nendstream\nendobj\n\n`;
  const titled = catalog.replace(preferences, `${preferences}\n    /DisplayDocTitle true`);
  const newCatalogAt = packetAt + head.length;
  const newXref = newCatalogAt + titled.length;
  const moved = table
    .replace(entry(catalogAt), entry(newCatalogAt))
    .replace(/startxref\s+\d+/, `startxref\n${newXref}`);
  return Buffer.from(text.slice(0, packetAt) + head + titled + moved, 'latin1');
}

const preferences = '/ViewerPreferences <<';
const packetEnd = '</rdf:Description></rdf:RDF>';
const schemasEnd = '</rdf:Bag></pdfaExtension:schemas>';
const identification = '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>';
const schema = [
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>',
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>',
].join('');

function placeOf(table: string, object: number): number {
  const entries = table.indexOf('\n', 'xref\n'.length) + 1;
  return Number(table.substr(entries + object * 20, 10));
}

function entry(place: number): string {
  return `${String(place).padStart(10, '0')} 00000 n`;
}
