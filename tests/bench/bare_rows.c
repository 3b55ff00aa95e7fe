/* bare_rows.c: the least that an export costs: reads the rows that the CSV export reads,
 * unbuffered, and touches every byte. Prints rows, bytes and a sum of them. usage: bare_rows
 * SURVEY_ID */
#include "bare.h"
#include <stdint.h>

enum { COLUMNS = 3, LONGEST = 65536 };

static const char sql[] = "SELECT version, received_on, answers FROM response WHERE survey_id = ? "
			  "ORDER BY response_id";

int main(int argc, char **argv)
{
	static char cell[COLUMNS][LONGEST];
	unsigned survey = argc == 2 ? (unsigned)atoi(argv[1]) : 0;
	unsigned long len[COLUMNS];
	uint64_t rows = 0, bytes = 0, sum = 0;
	MYSQL *db = bare_connect();
	MYSQL_STMT *statement = bare_prepare(db, sql);
	MYSQL_BIND in, out[COLUMNS];

	memset(&in, 0, sizeof in);
	memset(out, 0, sizeof out);
	in.buffer_type = MYSQL_TYPE_LONG;
	in.buffer = &survey;
	for (int i = 0; i < COLUMNS; i++) {
		out[i].buffer_type = MYSQL_TYPE_STRING;
		out[i].buffer = cell[i];
		out[i].buffer_length = LONGEST;
		out[i].length = &len[i];
	}
	need(mysql_stmt_bind_param(statement, &in) == 0 &&
			mysql_stmt_bind_result(statement, out) == 0 &&
			mysql_stmt_execute(statement) == 0,
		"select", mysql_stmt_error(statement));
	while (mysql_stmt_fetch(statement) == 0) {
		rows++;
		for (int i = 0; i < COLUMNS; i++) {
			bytes += len[i];
			for (unsigned long b = 0; b < len[i]; b++)
				sum += (unsigned char)cell[i][b];
		}
	}
	need(mysql_stmt_errno(statement) == 0, "fetch", mysql_stmt_error(statement));
	printf("%llu %llu %llu\n", (unsigned long long)rows, (unsigned long long)bytes,
		(unsigned long long)sum);
	return 0;
}
