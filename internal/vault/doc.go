// Package vault keeps a journal on disk: sealed records in ordinary tables of SQLite, and an inbox that takes a line
// without any key. It implements journal.Store. This comment, with the layouts beside the functions that write them and
// the vectors in testdata/vectors.json, is the whole format: another program could read a journal by it.
//
// # Words
//
// A vault is the folder of one journal. Its master key is 32 random bytes; a slot is the master key wrapped by something
// a person has. An epoch is the time between two re-keyings. A record is one account, entry, first telling, list of
// hidden names, review, release, the settings, what can be taken back or the list of backups: a small head that a list needs, and a body. The root stands for all records at once.
// The card is the little that must be known without a key.
//
// # Files
//
//	vault.db      the database, 0600; vault.db-wal and -shm beside it only while it is open
//	vault.lock    locked by flock(2); only its holder opens vault.db
//	inbox.key     the card, in the clear: vault id, which keys open the journal, public key of the inbox, checksum
//	inbox/        one file for each line written without the key; whoever may write the folder may add to it
//	backups/      where backups go where nobody chose a folder: age files to the recovery recipient, see archive.WriteBackup
//	set-aside/    journals that a restore has replaced, a folder each, until somebody confirms; see Restore
//	restoring/    a journal being made of a backup; of no use to anybody once the program has ended
//
// The device key lies elsewhere: DIR/<vault id in hex>.key, where DIR is the caller's.
//
// # Format 1
//
// Integers are big-endian, fields in brackets have that many bytes, texts in fixed fields are ASCII filled with zeros,
// ‖ joins. The 16 bytes "firsthand/vault1", called format, begin everything that is derived or sealed.
//
// Keys: HKDF-SHA256(secret = master key, salt = vault id[16], info = format ‖ purpose[16] ‖ epoch u32) gives 32 bytes for
// each of the purposes head, body, root, meta and set.
//
// Sealing a row: nonce[24] ‖ XChaCha20-Poly1305(key of the table, nonce, padded payload, AAD), with
// AAD = format ‖ table[8] ‖ vault id[16] ‖ id u64 ‖ seq u64. Padding: length u32 ‖ payload ‖ zeros, to the Padmé length of
// both, and 256 bytes at least. The payload's first byte is its version, 1.
//
// Tables, all STRICT, PRAGMA application_id 0x46485631, PRAGMA user_version 1:
//
//	meta(name, value)   vault: id[16]; epoch: u32; secrets: sealed row, id 1, seq 0, payload version ‖ JSON, see secrets
//	slot(kind, value)   passphrase, device: see sealSlot; recovery: an age file of format ‖ vault id[16] ‖ epoch u32 ‖ master key[32]
//	head(id, seq, ct)   sealed row; payload see head
//	body(id, seq, ct)   sealed row; payload version ‖ text length u32 ‖ text ‖ JSON of the rest
//	root(id, seq, ct)   one sealed row, id 1; payload see root
//
// id is the record's number, given once; seq the number of the write that made the row, counted by the root.
// JSON is that of the types of package journal, an entry's and a line's text left out of it.
//
// A slot stretches a passphrase by Argon2id version 0x13 over its NFKC form, a device key not at all. HKDF-SHA256 of the
// result gives wrapping key and commitment. See sealSlot; see card, sealLine, device.go for the other files.
//
// # What is noticed, and what is not
//
// A row changed, moved, removed, doubled or put back is noticed when the journal is opened (heads, root, slots, settings,
// presence of bodies) or when it is read (content of bodies), and named. So is another public key beside the journal, and
// a table or trigger that is not one of these. A whole older folder put back is not, nor a log that was cut off after a
// crash: then the journal is as it was at an earlier moment. What shows without a key: the number of records, their size classes, the order
// and time of writes, the KDF parameters, and that it is a journal of Firsthand.
package vault
