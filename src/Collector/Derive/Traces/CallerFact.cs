using System.Text.Json;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>The agent that calls an agent's run: neither a column nor a sender's attribute, so it is always kept here.</summary>
internal sealed class CallerFact : IReportedFact
{
    public const string Key = "caller";

    public string Name => Key;

    public bool Differs(Operation one, Operation other) => one.Caller != other.Caller;

    public void Write(Utf8JsonWriter json, Operation reported, Operation effective)
    {
        if (effective.Caller is { } caller) json.WriteString(Name, caller);
    }

    public Operation Read(Operation operation, JsonElement value) => operation with { Caller = null };

    /// <summary>A stored operation with its caller.</summary>
    public static Operation Complete(Operation operation, JsonElement value) => operation with { Caller = value.GetString() };
}
