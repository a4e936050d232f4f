// Validates CASE JSON-LD against the ontologies' own SHACL shapes: shacl.mjs <file> <folder of .ttl>. Warnings are printed; exit code 1
// where there is a violation.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { Parser, Store, DataFactory } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

const [file, folder] = process.argv.slice(2);
const shapes = new Store();
for (const name of readdirSync(folder).filter((n) => n.endsWith('.ttl')).sort())
  shapes.addQuads(new Parser({ blankNodePrefix: `_:${name.replace(/\W/g, '')}` }).parse(readFileSync(join(folder, name), 'utf8')));
// The ontologies lie together in one store already: what they import is there.
shapes.removeQuads(shapes.getQuads(null, DataFactory.namedNode('http://www.w3.org/2002/07/owl#imports'), null, null));
// This validator knows SHACL Core: constraints written in SPARQL are counted and left out.
const sparql = shapes.getQuads(null, DataFactory.namedNode('http://www.w3.org/ns/shacl#sparql'), null, null);
shapes.removeQuads(sparql);
const nquads = await jsonld.toRDF(JSON.parse(readFileSync(file, 'utf8')), { format: 'application/n-quads' });
const data = new Store(new Parser({ format: 'N-Quads' }).parse(nquads));
const things = data.getSubjects(null, null, null).length;
data.addQuads(shapes.getQuads(null, DataFactory.namedNode('http://www.w3.org/2000/01/rdf-schema#subClassOf'), null, null));
const report = new SHACLValidator(shapes).validate(data);
const results = (await report).results;
const violations = results.filter((r) => r.severity?.value.endsWith('#Violation'));
for (const r of results)
  console.log(`${r.severity?.value.split('#')[1]} ${r.focusNode?.value} ${r.path?.value ?? ''}: ${r.message.map((m) => m.value).join(' ')}`);
console.log(`${things} things, ${violations.length} violations, ${sparql.length} constraints in SPARQL not checked`);
process.exitCode = violations.length === 0 && things > 0 ? 0 : 1;
