/* db_bind.c: between C structs and MariaDB's binary protocol: parameters in, rows out, by offset.
 */
#include "db_bind.h"

#include <stdint.h>
#include <string.h>
#include <time.h>
#include "buf.h"

MYSQL_BIND *bind_in(TALLOC_CTX *ctx, const struct db_column *columns, size_t n, const void *in)
{
	MYSQL_BIND *binds = NEW_ARRAY(ctx, MYSQL_BIND, n + 1);
	static const char nothing[1];
	const char *base = in, *at;

	for (size_t i = 0; i < n; i++) {
		at = base + columns[i].offset;
		MYSQL_BIND *b = &binds[i];
		switch (columns[i].type) {
		case DB_INT:
			b->buffer_type = MYSQL_TYPE_LONGLONG;
			b->buffer = (void *)(uintptr_t)at;
			break;
		case DB_REAL:
			b->buffer_type = MYSQL_TYPE_DOUBLE;
			b->buffer = (void *)(uintptr_t)at;
			break;
		case DB_TEXT: {
			const char *text = *(const char *const *)(const void *)at;
			b->buffer_type = text ? MYSQL_TYPE_STRING : MYSQL_TYPE_NULL;
			b->buffer = (void *)(uintptr_t)(text ? text : nothing);
			b->buffer_length = text ? strlen(text) : 0;
			break;
		}
		case DB_BYTES: {
			const struct bytes *bytes = (const void *)at;
			b->buffer_type = bytes->data ? MYSQL_TYPE_BLOB : MYSQL_TYPE_NULL;
			b->buffer = (void *)(uintptr_t)(bytes->data ? (const void *)bytes->data
								    : nothing);
			b->buffer_length = bytes->len;
			break;
		}
		case DB_TIME: {
			time_t seconds = (time_t) * (const int64_t *)(const void *)at;
			MYSQL_TIME *time = NEW(binds, MYSQL_TIME);
			struct tm tm;
			gmtime_r(&seconds, &tm);
			time->year = (unsigned)tm.tm_year + 1900,
			time->month = (unsigned)tm.tm_mon + 1;
			time->day = (unsigned)tm.tm_mday, time->hour = (unsigned)tm.tm_hour;
			time->minute = (unsigned)tm.tm_min, time->second = (unsigned)tm.tm_sec;
			time->time_type = MYSQL_TIMESTAMP_DATETIME;
			b->buffer_type = seconds ? MYSQL_TYPE_DATETIME : MYSQL_TYPE_NULL;
			b->buffer = time;
			break;
		}
		}
	}
	return binds;
}

void bind_cell(const struct db_column *column, struct cell *cell, MYSQL_BIND *b)
{
	b->is_null = &cell->is_null;
	b->error = &cell->cut;
	b->length = &cell->len;
	switch (column->type) {
	case DB_INT:
		b->buffer_type = MYSQL_TYPE_LONGLONG;
		b->buffer = &cell->number;
		break;
	case DB_REAL:
		b->buffer_type = MYSQL_TYPE_DOUBLE;
		b->buffer = &cell->real;
		break;
	case DB_TIME:
		b->buffer_type = MYSQL_TYPE_DATETIME;
		b->buffer = &cell->time;
		break;
	case DB_TEXT:
	case DB_BYTES:
		b->buffer_type = MYSQL_TYPE_STRING;
		b->buffer = cell->data;
		b->buffer_length = cell->size - 1; /* one for the NUL */
		break;
	}
}

static int64_t seconds_of(const MYSQL_TIME *time)
{
	struct tm tm = { .tm_year = (int)time->year - 1900,
		.tm_mon = (int)time->month - 1,
		.tm_mday = (int)time->day,
		.tm_hour = (int)time->hour,
		.tm_min = (int)time->minute,
		.tm_sec = (int)time->second };

	return timegm(&tm);
}

void fill_row(const struct db_query *query, const struct cell *cells, void *row)
{
	char *base = row;

	for (size_t i = 0; i < query->n_out; i++) {
		const struct cell *cell = &cells[i];
		void *at = base + query->out[i].offset;
		switch (query->out[i].type) {
		case DB_INT:
			*(int64_t *)at = cell->is_null ? 0 : cell->number;
			break;
		case DB_REAL:
			*(double *)at = cell->is_null ? 0 : cell->real;
			break;
		case DB_TIME:
			*(int64_t *)at = cell->is_null ? 0 : seconds_of(&cell->time);
			break;
		case DB_TEXT:
			cell->data[cell->is_null ? 0 : cell->len] = '\0';
			*(const char **)at = cell->is_null ? NULL : (const char *)cell->data;
			break;
		case DB_BYTES:
			((struct bytes *)at)->data = cell->is_null ? NULL : cell->data;
			((struct bytes *)at)->len = cell->is_null ? 0 : cell->len;
			break;
		}
	}
}
