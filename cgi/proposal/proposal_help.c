/* proposal_help.c: the help about proposals. */
#include "pages.h"

/* GET /help/proposals */
int proposal_help(struct req *r)
{
	return page_show(r, 200, T_proposal_help, "How a proposal is made and heard");
}
