using Tidemark.Testing.Otlp;

namespace Tidemark.Benchmarks.Recognise;

/// <summary>
/// Internal spans of coding agents, hundreds per prompt: Codex's functions, and the SQL statements of opencode's store.
/// </summary>
internal static class InnerWorkings
{
    private static readonly string[] Functions = [
        "handle_responses", "run_turn", "receiving", "try_run_sampling_request", "append_items", "dispatch_tool_call_with_code_mode_result"
    ];

    public static byte[] Request(int spans, long nowNanos) => OtlpProtobuf.Traces(
        Of("codex_exec", "codex_otel", spans / 2, number => Span(number, nowNanos, Functions[number % Functions.Length], Function(number))),
        Of("opencode", "opencode", spans - (spans / 2), number => Span(number, nowNanos, "sql.execute", Statement(number))));

    private static OtlpResource<OtlpSpan> Of(
        string service, string scope, int spans, Func<int, OtlpSpan> make) => new([.. Enumerable.Range(0, spans).Select(make)])
        {
            Attributes = new OtlpAttributes { { "service.name", service }, { "service.version", "1.0.0" } },
            ScopeName = scope,
        };

    private static OtlpSpan Span(int number, long nowNanos, string name, OtlpAttributes attributes) => new()
    {
        Name = name,
        Kind = 1,
        StartNanos = (ulong)nowNanos - 2_000_000 + (ulong)number,
        EndNanos = (ulong)nowNanos,
        Attributes = attributes,
    };

    private static OtlpAttributes Function(int number) => new()
    {
        { "code.file.path", "core/src/codex.rs" }, { "code.module.name", "codex_core::codex" }, { "code.line.number", 100 + number },
        { "thread.id", number % 8 },
        { "thread.name", "tokio-runtime-worker" }, { "target", "codex_core::codex" }, { "level", "TRACE" }, { "busy_ns", 1_000 + number },
        { "idle_ns", 5_000 + number },
    };

    private static OtlpAttributes Statement(int number) => new()
    {
        { "db.system.name", "sqlite" }, { "db.operation.name", "SELECT" }, { "db.query.text", "SELECT id, data FROM part WHERE message_id = ? ORDER BY id" },
        { "row.count", number % 50 },
    };
}
