using System.Text.Json;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces;

internal sealed class NumberFact(string name, Func<Operation, decimal?> get, Func<Operation, decimal?, Operation> set) : IReportedFact
{
    public string Name => name;

    public bool Differs(Operation one, Operation other) => get(one) != get(other);

    public void Write(Utf8JsonWriter json, Operation reported, Operation effective)
    {
        var value = get(reported);
        if (value == get(effective)) return;
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    public Operation Read(Operation operation, JsonElement value) => set(operation, value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null);
}
