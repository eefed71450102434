using System.Buffers.Binary;
using Tidemark.Testing.Otlp;

namespace Tidemark.Testing.Oracle;

/// <summary>A model call that the producers have made up: all it says follows from its number and its start, so that equality can be checked.</summary>
/// <param name="Run">Tells runs apart: first half of the trace id.</param>
/// <param name="Number">From 0, in order of issue.</param>
/// <param name="StartMicros">Microseconds since 1970, UTC.</param>
internal readonly record struct IssuedCall(int Run, int Number, long StartMicros)
{
    private const int CallsOfGroup = 250;
    private const int SessionsOfGroup = 5;
    private const int SlowMs = 31_000;

    private static readonly string[] Models = ["kimi-k2-0905-preview", "gpt-5", "gpt-5-mini", "claude-sonnet-4-5"];

    public string TraceId => Convert.ToHexStringLower(TraceIdBytes());

    public string SpanId => Convert.ToHexStringLower(SpanIdBytes());

    public string Session => $"oracle-{Run}-{Number / CallsOfGroup}-{Number % SessionsOfGroup}";

    public string Model => Models[Mixed(1) % (uint)Models.Length];

    public int Input => 1 + (int)(Mixed(2) % 5000);

    public int Output => (int)(Mixed(3) % 700);

    public bool IsFailed => Mixed(4) % 23 == 0;

    /// <summary>Over the limit of a model call.</summary>
    public bool IsSlow => Mixed(5) % 97 == 0;

    public int DurationMs => IsSlow ? SlowMs : 5 + (int)(Mixed(6) % 2000);

    public OtlpSpan ToSpan()
    {
        var attributes = new OtlpAttributes
        {
            { "gen_ai.operation.name", "chat" },
            { "gen_ai.provider.name", "openai" },
            { "gen_ai.request.model", Model },
            { "session.id", Session },
            { "gen_ai.usage.input_tokens", Input },
            { "gen_ai.usage.output_tokens", Output },
        };
        if (IsFailed) attributes.Add("error.type", "timeout");
        return new OtlpSpan
        {
            TraceId = TraceIdBytes(),
            SpanId = SpanIdBytes(),
            Name = $"chat {Model}",
            StartNanos = (ulong)StartMicros * 1000,
            EndNanos = ((ulong)StartMicros * 1000) + ((ulong)DurationMs * 1_000_000),
            StatusCode = IsFailed ? 2 : 0,
            Attributes = attributes,
        };
    }

    private byte[] TraceIdBytes()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes, Run);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), Mixed(7));
        return bytes;
    }

    private byte[] SpanIdBytes()
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Number + 1L);
        return bytes;
    }

    /// <summary>SplitMix64's finalizer: evenly spread, and another value for each purpose.</summary>
    private ulong Mixed(ulong purpose)
    {
        var value = ((ulong)Number * 8 + purpose) * 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
