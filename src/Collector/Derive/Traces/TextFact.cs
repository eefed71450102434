using System.Text.Json;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces;

internal sealed class TextFact(string name, Func<Operation, string?> get, Func<Operation, string?, Operation> set) : IReportedFact
{
    public string Name => name;

    public bool Differs(Operation one, Operation other) => get(one) != get(other);

    public void Write(Utf8JsonWriter json, Operation reported, Operation effective)
    {
        var value = get(reported);
        if (value != get(effective)) json.WriteString(name, value);
    }

    public Operation Read(Operation operation, JsonElement value) => set(operation, value.GetString());
}
