// Reads a WARC with somebody else's reader and prints one JSON object for each record: type, address, block's SHA-256, whether its
// digest is right, and of a response its status, its payload, and whether the payload's digest is right.
import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { WARCParser } from 'warcio';

const base32 = (bytes) => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...bytes].map((b) => b.toString(2).padStart(8, '0')).join('');
  const text = (bits.match(/.{1,5}/g) ?? []).map((b) => alphabet[parseInt(b.padEnd(5, '0'), 2)]).join('');
  return text.padEnd(Math.ceil(text.length / 8) * 8, '=');
};
const sha256 = (bytes) => createHash('sha256').update(bytes).digest();

const records = [];
for await (const record of new WARCParser(createReadStream(process.argv[2]), { parseHttp: false })) {
  const block = Buffer.from(await record.readFully(false));
  records.push({
    type: record.warcType, target: record.warcTargetURI, sha256: sha256(block).toString('hex'),
    right: record.warcHeader('WARC-Block-Digest') === `sha256:${base32(sha256(block))}`, truncated: record.warcHeader('WARC-Truncated') ?? null,
    text: block.toString('utf8'),
  });
}

let at = 0;
for await (const record of new WARCParser(createReadStream(process.argv[2]))) {
  const payload = Buffer.from(await record.readFully(true));
  if (record.warcType === 'response') {
    Object.assign(records[at], {
      status: record.httpHeaders.statusCode, payload: payload.toString('utf8'), payloadSha256: sha256(payload).toString('hex'),
      payloadRight: record.warcHeader('WARC-Payload-Digest') === `sha256:${base32(sha256(payload))}`,
    });
  }
  at += 1;
}
for (const record of records) console.log(JSON.stringify(record));
