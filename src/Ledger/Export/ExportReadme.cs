namespace PoliceSocial.Ledger.Export;

/// <summary>The page that lies in every export, for whoever opens the folder years later.</summary>
internal static class ExportReadme
{
    public const string Text =
        """
        This folder is an exported audit ledger.

        What is in it
          log.pub                     the public key (or keys) of the ledger and its witnesses, one to a line
          log-0, log-1, ...           the logs that make up the ledger, in order; each continues the one before
            entries-*.jsonl           the entries, one JSON object to a line, in order
            leaf-hashes.bin           the 32-byte hash of each entry as stored when it was written, in order
            checkpoints.txt           the signed checkpoints: how many entries there were, and their common hash
            time-stamps/              where there are any: RFC 3161 time-stamps (*.tst), each of the checkpoint in the *.txt beside it

        How to check it
          policesocial audit verify <this folder> --key <a copy of log.pub that you keep elsewhere>

          The check needs no network and no database. It reads every entry, works out every hash again, and compares the
          result with the signed checkpoints. It names the first entry that is wrong. Give it a copy of the public key that did
          not come with this folder: whoever can change the folder can change the key in it. Give it checkpoints that
          somebody else kept (--checkpoints <file>) to find out whether an old copy was put in place of the ledger.

        How to check it without this product
          For entry number i of a log, the line is
            {"leaf":{...},"salt":"<32 hex digits>","facts":{...}}    or    {"leaf":{...},"erased":"<log>/<index>"}
          leaf hash = SHA-256(byte 0x00, then the leaf's bytes exactly as they stand, braces included)
          node hash = SHA-256(byte 0x01, left hash, right hash), as in RFC 9162
          "facts" in the leaf = SHA-256(the 16 bytes of the salt, then the facts' bytes exactly as they stand)
          A time-stamp: openssl ts -verify -token_in -in <name>.tst -data <name>.txt -CAfile <the authority's certificate>
          Checkpoints are C2SP signed notes with Ed25519 signatures (c2sp.org/signed-note, c2sp.org/tlog-checkpoint).
          The whole format is described in docs/ledger-format.md of the product.

        """;
}
