// Reads a WARC with somebody else's reader and prints one JSON object for each record: type, address, body's SHA-256, and whether
// its digest is right.
import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { WARCParser } from 'warcio';

const base32 = (bytes) => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...bytes].map((b) => b.toString(2).padStart(8, '0')).join('');
  const text = (bits.match(/.{1,5}/g) ?? []).map((b) => alphabet[parseInt(b.padEnd(5, '0'), 2)]).join('');
  return text.padEnd(Math.ceil(text.length / 8) * 8, '=');
};

for await (const record of new WARCParser(createReadStream(process.argv[2]))) {
  const body = Buffer.from(await record.readFully(false));
  const hash = createHash('sha256').update(body).digest();
  const said = record.warcHeader('WARC-Block-Digest');
  console.log(JSON.stringify({
    type: record.warcType, target: record.warcTargetURI, sha256: hash.toString('hex'), right: said === `sha256:${base32(hash)}`, text: body.toString('utf8'),
  }));
}
