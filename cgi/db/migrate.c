/* migrate.c: numbered migrations, forward only. */
#include "migrate.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "buf.h"
#include "params.h"

static const char ledger[] =
	"CREATE TABLE IF NOT EXISTS migration ("
	"number INT UNSIGNED NOT NULL PRIMARY KEY, name VARCHAR(100) NOT NULL, "
	"statements INT UNSIGNED NOT NULL COMMENT 'how many of the file are done'"
	") COMMENT 'Which statements of sql/schema this database has had'";

static int is_migration(const struct dirent *entry)
{
	const char *name = entry->d_name;

	return strspn(name, "0123456789") == 4 && name[4] == '_' && strlen(name) > 9 &&
	       strcmp(name + strlen(name) - 4, ".sql") == 0;
}

static char *read_file(TALLOC_CTX *ctx, const char *path)
{
	struct buf text = { .ctx = ctx };
	FILE *file = fopen(path, "re");
	char part[4096];
	size_t n;

	if (!file)
		return NULL;
	while ((n = fread(part, 1, sizeof part, file)) > 0)
		buf_add(&text, part, n);
	fclose(file);
	return text.data ? text.data : text_copy(ctx, "");
}

/* The next statement of *text (it ends with ; at a line's end), without comment lines; NULL after
 * the last. */
static const char *next_statement(TALLOC_CTX *ctx, char **text)
{
	struct buf out = { .ctx = ctx };
	size_t len;

	while (**text) {
		len = strcspn(*text, "\n");
		if (strncmp(*text, "--", 2) != 0) {
			buf_add(&out, *text, len);
			buf_addc(&out, '\n');
		}
		*text += len + ((*text)[len] == '\n');
		if (out.len >= 2 && out.data[out.len - 2] == ';') {
			out.data[out.len - 2] = '\0';
			return out.data;
		}
		if (strspn(buf_text(&out), " \t\n") == out.len)
			buf_reset(&out);
	}
	return NULL;
}

static bool apply_file(struct db *db, TALLOC_CTX *ctx, const char *folder, const char *name)
{
	struct q_migration_done done = { 0 };
	char *text = read_file(ctx, text_format(ctx, "%s/%s", folder, name));
	int64_t number = atoi(name), n = 0;
	const char *sql, *error;

	if (!text)
		return false;
	Q_ONE(db, migration_done, &done, .number = number);
	while ((sql = next_statement(ctx, &text))) {
		if (++n <= done.statements)
			continue;
		if (!db_exec(db, sql, &error)) {
			fprintf(stderr, "soundings: migrate: %s, statement %lld: %s\n%s\n", name,
				(long long)n, error, sql);
			return false;
		}
		Q_RUN(db, migration_note, .number = number, .name = name, .statements = n);
		if (!db_commit(db))
			return false;
	}
	if (n > done.statements)
		printf("%s: %lld statements\n", name, (long long)(n - done.statements));
	return db_state(db) == DB_FINE;
}

/* Waits until no other run is at work on this database, a minute at most: TURNS times 8 seconds,
 * each less than db.c waits for an answer. If one still is, says so on stderr. */
static bool is_alone(struct db *db)
{
	enum { TURNS = 8 };
	struct q_migration_turn turn = { 0 };

	for (int i = 0; i < TURNS && db_state(db) == DB_FINE; i++)
		if (Q_ONE(db, migration_turn, &turn) && turn.mine)
			return true;
	if (db_state(db) == DB_FINE)
		fprintf(stderr, "soundings: migrate: another run is at work on this database, or "
				"the last statement of a killed one still is: try again later\n");
	return false;
}

int migrate(struct db *db, TALLOC_CTX *ctx, const char *folder)
{
	struct dirent **entries;
	int n = scandir(folder, &entries, is_migration, alphasort);
	const char *error;
	bool fine;

	if (n < 0) {
		fprintf(stderr, "soundings: migrate: no folder %s\n", folder);
		return 1;
	}
	fine = is_alone(db) && db_exec(db, ledger, &error) && db_commit(db);
	for (int i = 0; i < n; i++) {
		fine = fine && apply_file(db, ctx, folder, entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
	return fine ? 0 : 1;
}

bool migrate_is_current(struct db *db, TALLOC_CTX *ctx, const char *folder)
{
	struct dirent **entries;
	int n = scandir(folder, &entries, is_migration, alphasort);
	bool current = n > 0;

	for (int i = 0; i < n; i++) {
		struct q_migration_done done = { 0 };
		char *text = read_file(ctx, text_format(ctx, "%s/%s", folder, entries[i]->d_name));
		int64_t statements = 0;
		while (text && next_statement(ctx, &text))
			statements++;
		Q_ONE(db, migration_done, &done, .number = atoi(entries[i]->d_name));
		if (done.statements < statements) {
			fprintf(stderr,
				"soundings: the database has not had all of %s: run `soundings "
				"migrate`\n",
				entries[i]->d_name);
			current = false;
		}
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
	return current;
}
