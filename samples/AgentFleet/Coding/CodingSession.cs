namespace Tidemark.Samples.AgentFleet.Coding;

/// <summary>A developer's session with a coding agent: prompts, model calls, accepted and refused tools, and results.</summary>
internal sealed class CodingSession(CodingTelemetry telemetry, Random random, FleetTally tally, TimeProvider time, string user)
{
    private const string Model = "claude-sonnet-4-5";
    private const string SmallModel = "claude-haiku-4-5";
    private const int ContextMax = 200_000;

    private static readonly string[] Tools = ["Read", "Grep", "Bash", "Edit", "Edit", "Write", "Task"];
    private static readonly string[] Languages = ["C#", "TypeScript", "SQL", "Markdown"];

    private readonly string _id = NewId(random);
    private readonly int _prompts = random.Next(3, 12);
    private string _prompt = "";
    private int _context = 18_000 + random.Next(4_000);
    private int _cached;
    private int _promptsGiven;
    private int _callsLeft;
    private long _sequence;
    private DateTimeOffset _last = time.GetUtcNow();

    /// <summary>Runs a model call and its consequences; false when the developer has finished.</summary>
    public bool Step()
    {
        if (_callsLeft == 0)
        {
            if (_promptsGiven == _prompts) return false;
            Prompt();
        }

        if (random.NextDouble() < 0.02)
        {
            Fail();
            return true;
        }

        _callsLeft--;
        Call(Model, _context - _cached, 120 + random.Next(900), Math.Min(_cached, _context), "main");
        _cached = _context;
        if (_callsLeft > 0) UseTool();
        else if (random.NextDouble() < 0.15) Commit();
        if (_context > ContextMax * 0.92) Compact();
        return true;
    }

    private void Prompt()
    {
        if (_promptsGiven++ == 0)
        {
            tally.Sessions++;
            telemetry.Count("session.count", null, 1, Own(("start_type", "fresh")));
            Call(SmallModel, 420, 12, 0, "generate_session_title");
        }

        _prompt = NewId(random);
        _callsLeft = 2 + random.Next(7);
        telemetry.Event("user_prompt", Event(("prompt_length", random.Next(30, 600))));
        telemetry.Count("active_time.total", "s", 10 + random.Next(60), Own(("type", "user")));
    }

    private void Call(string model, int input, int output, int cacheRead, string source)
    {
        var isSmall = model == SmallModel;
        var written = isSmall ? 0 : input * 9 / 10;
        var plain = input - written;
        var cost = ((plain * 3) + (written * 3.75) + (cacheRead * 0.3) + (output * 15)) / 1e6 / (isSmall ? 3 : 1);
        var duration = Took((isSmall ? 400 : 900) + (output * 12) + random.Next(400));
        telemetry.Event("api_request", Event(
            ("model", model), ("input_tokens", plain), ("output_tokens", output), ("cache_read_tokens", cacheRead), ("cache_creation_tokens", written),
            ("cost_usd", cost), ("duration_ms", duration), ("ttft_ms", duration / 3), ("request_id", NewId(random)), ("speed", "normal"),
            ("query_source", source)));
        telemetry.Count("cost.usage", "USD", cost, Own(("model", model), ("query_source", source)));
        foreach (var (type, tokens) in new[] { ("input", plain), ("output", output), ("cacheRead", cacheRead), ("cacheCreation", written) })
            telemetry.Count("token.usage", "tokens", tokens, Own(("model", model), ("query_source", source), ("type", type)));
        telemetry.Count("active_time.total", "s", duration / 1000.0, Own(("type", "cli")));
        Counted(plain + written + cacheRead, output);
        if (!isSmall) _context += output;
    }

    private void Fail()
    {
        telemetry.Event("api_error", Event(
            ("model", Model), ("error", "Overloaded"), ("status_code", "529"), ("duration_ms", Took(700 + random.Next(900))), ("attempt", 1),
            ("query_source", "main"), ("request_id", NewId(random))));
        Counted(0, 0);
    }

    private void UseTool()
    {
        var tool = Tools[random.Next(Tools.Length)];
        var call = $"toolu_{random.Next():x8}";
        var isEdit = tool is "Edit" or "Write";
        var isAccepted = !isEdit || random.NextDouble() < 0.92;
        telemetry.Event(
            "tool_decision",
            Event(
                ("tool_name", tool), ("tool_use_id", call), ("decision", isAccepted ? "accept" : "reject"), ("source", isEdit ? "user_temporary" : "config")));
        if (isEdit)
            telemetry.Count(
                "code_edit_tool.decision", null, 1,
                Own(("tool_name", tool), ("decision", isAccepted ? "accept" : "reject"), ("language", Languages[random.Next(Languages.Length)])));
        if (!isAccepted) return;

        var isGood = random.NextDouble() > 0.06;
        telemetry.Event("tool_result", Event(
            ("tool_name", tool), ("tool_use_id", call), ("success", isGood ? "true" : "false"),
            ("duration_ms", Took(random.Next(20, tool == "Bash" ? 6_000 : 400))), ("tool_result_size_bytes", random.Next(40, 9_000))));
        tally.Operations++;
        _context += random.Next(400, 6_000);
        if (!isEdit || !isGood) return;
        telemetry.Count("lines_of_code.count", null, 1 + random.Next(40), Own(("type", "added")));
        telemetry.Count("lines_of_code.count", null, random.Next(15), Own(("type", "removed")));
    }

    private void Commit()
    {
        telemetry.Count("commit.count", null, 1, Own());
        if (random.NextDouble() < 0.3) telemetry.Count("pull_request.count", null, 1, Own());
    }

    private void Compact()
    {
        var before = _context;
        _context = 24_000 + random.Next(6_000);
        _cached = 0;
        telemetry.Event(
            "compaction",
            Event(("trigger", "auto"), ("success", "true"), ("pre_tokens", before), ("post_tokens", _context), ("duration_ms", 9_000 + random.Next(9_000))));
        tally.Operations++;
    }

    /// <summary>An operation starts no earlier than the previous one ended.</summary>
    private int Took(int milliseconds)
    {
        var now = time.GetUtcNow();
        var most = (now - _last).TotalMilliseconds;
        _last = now;
        return (int)Math.Min(milliseconds, most);
    }

    private void Counted(int input, int output)
    {
        tally.Operations++;
        tally.Inferences++;
        tally.InputTokens += input;
        tally.OutputTokens += output;
    }

    private IEnumerable<KeyValuePair<string, object?>> Event(params ReadOnlySpan<(string Key, object? Value)> more) =>
        [
            .. Own(more), new("event.timestamp", time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture)),
            new("event.sequence", ++_sequence), new("prompt.id", _prompt)
        ];

    private List<KeyValuePair<string, object?>> Own(params ReadOnlySpan<(string Key, object? Value)> more)
    {
        List<KeyValuePair<string, object?>> all = [new("user.id", user), new("session.id", _id), new("terminal.type", "vscode")];
        foreach (var (key, value) in more) all.Add(new(key, value));
        return all;
    }

    private static string NewId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }
}
