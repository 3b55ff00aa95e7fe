/* survey_compile.h: what compiles a form out of its JSON; shared by survey_file.c, which reads a
 * survey, and survey_questions.c, which reads the pages of it and of a call for plans and bids. */
#ifndef SURVEY_COMPILE_H
#define SURVEY_COMPILE_H

#include "json_lines.h"
#include "survey_parts.h"

struct compiler {
	struct json_reader r;
	struct survey *s;
	struct survey_size size; /* boxes: of the page that the respondent sees */
	/* Answers are kept page by page in the database, so that limits are those of a page; and
	 * money can be asked for. */
	bool kept;
};

/* "pages" of the root, into s. */
void survey_pages_read(struct compiler *, const struct json_node *root);
#endif
