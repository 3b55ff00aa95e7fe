-- collect.lua: opens the survey's first page again and again, and writes the sealed state of each to FILE.<thread>.
-- usage: wrk -s collect.lua URL -- FILE
local threads = 0

function setup(thread)
	threads = threads + 1
	thread:set("number", threads)
end

function init(args)
	file = io.open(args[1] .. "." .. number, "w")
end

function response(status, headers, body)
	local state = status == 200 and body:match('name="state" value="([^"]+)"')
	if state then
		file:write(state, "\n")
	end
end
