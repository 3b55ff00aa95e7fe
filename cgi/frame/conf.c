/* conf.c: reads the settings file. */
#include "conf.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "buf.h"

struct setting {
	const char *key, *value;
};

struct conf {
	struct setting *list;
	size_t n;
};

static const char *const known[] = {
	"public_url",
	"staff_url",
	"organisation",
	"contact",
	"db.socket",
	"db.host",
	"db.port",
	"db.ca",
	"db.name",
	"db.public.user",
	"db.public.password",
	"db.staff.user",
	"db.staff.password",
	"db.owner.user",
	"db.owner.password",
	"templates",
	"schema",
	"tmp",
	"seal.key",
	"secret.key",
	"smtp.url",
	"smtp.user",
	"smtp.password",
	"smtp.ca",
	"clamd.socket",
	"worker.requests",
};

static char *trimmed(char *text)
{
	char *end;

	while (isspace((unsigned char)*text))
		text++;
	end = text + strlen(text);
	while (end > text && isspace((unsigned char)end[-1]))
		end--;
	*end = '\0';
	return text;
}

static bool is_known(const char *key)
{
	for (size_t i = 0; i < COUNT(known); i++)
		if (strcmp(known[i], key) == 0)
			return true;
	return false;
}

/* One line of the file; a sentence about what is wrong with it, or NULL. */
static const char *add_line(struct conf *conf, char *line)
{
	char *key = trimmed(line), *value = strchr(key, '=');

	if (!*key || *key == '#')
		return NULL;
	if (!value)
		return "is not `key = value`";
	*value++ = '\0';
	key = trimmed(key);
	if (!is_known(key))
		return "has a key that does not exist";
	value = trimmed(value);
	if ((strcmp(key, "seal.key") == 0 || strcmp(key, "secret.key") == 0) &&
		(strlen(value) != 64 || strspn(value, "0123456789abcdefABCDEF") != 64))
		return "needs 64 hex digits";
	conf->list = must(talloc_realloc(conf, conf->list, struct setting, (unsigned)conf->n + 1));
	conf->list[conf->n].key = text_copy(conf, key);
	conf->list[conf->n++].value = text_copy(conf, value);
	return NULL;
}

struct conf *conf_load(TALLOC_CTX *ctx)
{
	const char *name = getenv("SOUNDINGS_CONF");
	struct conf *conf = NEW(ctx, struct conf);
	char line[1024];
	const char *fault;
	FILE *file;

	if (!name || !*name)
		name = "var/soundings.conf";
	file = fopen(name, "re");
	if (!file) {
		fprintf(stderr,
			"soundings: settings file %s: %s (name another in SOUNDINGS_CONF)\n", name,
			strerror(errno));
		return NULL;
	}
	for (int n = 1; fgets(line, sizeof line, file); n++) {
		fault = add_line(conf, line);
		if (fault) {
			fprintf(stderr, "soundings: %s:%d: this line %s\n", name, n, fault);
			fclose(file);
			return NULL;
		}
	}
	fclose(file);
	if (!conf_get(conf, "seal.key", NULL)) {
		fprintf(stderr, "soundings: %s: seal.key is missing\n", name);
		return NULL;
	}
	return conf;
}

const char *conf_nth(const struct conf *conf, const char *key, size_t i)
{
	for (size_t k = 0; k < conf->n; k++)
		if (strcmp(conf->list[k].key, key) == 0 && i-- == 0)
			return conf->list[k].value;
	return NULL;
}

const char *conf_get(const struct conf *conf, const char *key, const char *otherwise)
{
	const char *value = conf_nth(conf, key, 0);

	return value && *value ? value : otherwise;
}
