// Package vault keeps a journal on disk: sealed records in ordinary tables of SQLite, and an inbox that takes a line
// without any key. It implements journal.Store. This comment is the whole format: another program can read a journal by
// it, as the one in reader_test.go does, and test itself with the vectors in testdata/vectors.json.
//
// # Words
//
// A vault is the folder of one journal. Its master key is 32 random bytes; a slot is the master key wrapped by something
// a person has. An epoch is the time between two re-keyings. A record is a small head, which a list needs, and for all
// but accounts a body. The root stands for all records at once. The card is the little that must be known without a key.
//
// # Files
//
//	vault.db      the database, 0600; vault.db-wal and -shm beside it only while it is open
//	vault.new     the database of a journal that is being made or erased, in the place of vault.db; see Presence
//	vault.lock    locked by flock(2); only its holder opens vault.db
//	window.lock   locked by flock(2); its holder is the one window of the journal, open or not; of package home
//	vault.erase   empty; there while an account is erased, until vault.db was written anew
//	inbox.key     the card, in the clear: vault id, which keys open the journal, public key of the inbox, checksum
//	inbox/        one file for each line written without the key; whoever may write the folder may add to it
//	backups/      where backups go where nobody chose a folder: age files to the recovery recipient, see archive.WriteBackup
//	set-aside/    journals that a restore has replaced or a migration has changed, a folder each, until somebody confirms; see Restore, migrate
//	restoring/    a journal being made of a backup; of no use to anybody once the program has ended
//	.new-*        in any of these folders, a file that has not got its name yet; no reader looks at it
//
// # Presence
//
// There is a journal where vault.db is. Without it the folder holds none if vault.new is there, or if nothing of a journal
// is: no inbox.key, log, backup, waiting line or set-aside/. Else a journal was there and its file is lost, which is
// damage: only Restore and GoBack put a journal in its place, so that its backups and its waiting lines still belong to it.
// A program that makes a journal writes inbox.key while vault.new is there and renames that last; one that erases a journal
// renames vault.db to vault.new first, and removes that last.
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
//	meta(name, value)   vault: id[16]; epoch: u32; secrets: sealed row of the table meta, id 1, seq 0
//	slot(kind, value)   passphrase, device or recovery, see below
//	head(id, seq, ct)   sealed row
//	body(id, seq, ct)   sealed row
//	root(id, seq, ct)   one sealed row, id 1
//
// id is the record's number, given once; seq the number of the write that made the row, counted by the root. JSON is
// that of the types of package journal; of an entry and a line, the text in it is empty and stands before it instead.
//
// Slot of a passphrase or a device key:
//
//	format ‖ vault id[16] ‖ epoch u32 ‖ version u8 = 1 ‖ kind u8 ‖ kdf u8 ‖ threads u8 ‖ time u32 ‖ memory KiB u32 ‖
//	salt[32] ‖ commitment[32] ‖ nonce[24] ‖ XChaCha20-Poly1305(wrap, nonce, master key[32], AAD)[48] ‖ check[8]
//
// kind 1 is a passphrase with kdf 1: secret[32] = Argon2id version 0x13 of its NFKC form, with this salt, time, memory
// and threads. kind 2 is a device key with kdf 0: secret is that key. wrap[32] ‖ commitment[32] = HKDF-SHA256(secret,
// salt = vault id, info = format ‖ "slot"[16] ‖ epoch u32). AAD is all that is before the nonce, check the start of
// SHA-256 over all that is before it. Slot of a recovery key, which is an age identity (age-encryption.org/v1, X25519):
// an age file of format ‖ vault id[16] ‖ epoch u32 ‖ master key[32].
//
// Payloads of sealed rows:
//
//	meta   version ‖ JSON {"inbox": private keys of the inbox as X25519 scalars in base64, the present one first,
//	       "recipient": age recipient of the recovery key}
//	head   version ‖ kind u8 ‖ flags u8 ‖ revision u32 ‖ position u32 ‖ when i64 ‖ body seq u64 ‖ body tag[16] ‖
//	       owner length u16 ‖ owner ‖ name length u16 ‖ name ‖ more to the end
//	body   version ‖ text length u32 ‖ text ‖ JSON to the end
//	root   version ‖ seq u64 ‖ next id u64 ‖ number of heads u64 ‖ number of bodies u64 ‖ sum[32] ‖ digest[32]
//
// In a head, flag 1 is for what was removed, flag 2 for a record with a body, whose row has that seq and ends in that tag
// of 16 bytes. when is in Unix milliseconds; owner is the id of the account it belongs to, or empty. The kinds:
//
//	1 account         name: its id; no body: the JSON of the account is in the head, with "binned" where it lies in the bin
//	2 entry           name: its id; body: text, JSON of the entry; in the head what can be counted of it, see gist: nothing
//	                  there, or of another version, is no damage, for it can be made of the body
//	3 first telling   name: id of the account; body: JSON, as all below
//	4 hidden names    one at most, without a name; 7 settings, 8 what can be taken back and 9 backups likewise
//	5 review          name: id of the account
//	6 release         name: its id; 10 what left in it, its files in base64, likewise
//
// The backups are JSON of ledger: the folder that was chosen, and of each file its name, sum and what it holds.
//
// sum = Σ HMAC-SHA256(set key, id u64 ‖ seq u64 ‖ tag[16]) over the rows of head, modulo 2²⁵⁶. digest = SHA-256 of
// user_version u32 ‖ for slot, then meta: number of rows u32 ‖ for each row by name: name length u32 ‖ name ‖
// value length u32 ‖ value.
//
// Other files:
//
//	inbox.key        "firsthand/inbox1"[16] ‖ vault id[16] ‖ user_version u32 ‖ ways u8 ‖ zero[3] ‖ public key[32] ‖
//	                 SHA-256 of all before[32]; ways: 1 passphrase, 2 device key, 4 recovery key
//	inbox/ID.line    ID: line id[16] in hex; format ‖ vault id[16] ‖ HPKE encapsulated key[32] ‖ ciphertext
//	DIR/ID.key       "firsthand/device"[16] ‖ version u8 = 1 ‖ zero[7] ‖ vault id[16] ‖ key[32] ‖
//	                 start of SHA-256 of all before[8]
//	backups/*.age    an age file to the recovery recipient of a tar, see package archive
//
// A line is sealed by HPKE (RFC 9180): base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, no AAD,
// info = format ‖ vault id[16] ‖ line id[16]; inside is the padded payload of a body. Its private key is one of secrets.
//
// # What is noticed, and what is not
//
// A row changed, moved, removed, doubled or put back is noticed when the journal is opened (heads, root, slots, settings,
// presence of bodies) or when it is read (content of bodies), and named. So is another public key beside the journal, and
// a table or trigger that is not one of these. A whole older folder put back is not, nor a log that was cut off after a
// crash: then the journal is as it was at an earlier moment. What shows without a key: the number of records, their size classes,
// the order and time of writes, the KDF parameters, and that it is a journal of Firsthand.
//
// A row says by its seal alone where it belongs. So Salvage reads a damaged journal row by row, wherever one is found.
package vault
