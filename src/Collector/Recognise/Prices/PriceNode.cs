using System.Globalization;
using System.Text.Json;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>A value of a price file with its location, for error messages.</summary>
/// <param name="Path">JSON path from the root.</param>
internal readonly record struct PriceNode(JsonElement Value, string Path, List<string> Errors)
{
    public bool IsObject => Value.ValueKind == JsonValueKind.Object;

    /// <summary>Null if the value is not an object or has no such field.</summary>
    public PriceNode? Find(string name) =>
        IsObject && Value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? new PriceNode(value, $"{Path}.{name}", Errors) : null;

    public IEnumerable<PriceNode> Items()
    {
        if (Value.ValueKind != JsonValueKind.Array) yield break;
        var position = 0;
        foreach (var item in Value.EnumerateArray())
        {
            yield return new PriceNode(item, string.Create(CultureInfo.InvariantCulture, $"{Path}[{position}]"), Errors);
            position++;
        }
    }

    public IEnumerable<(string Name, PriceNode Node)> Members()
    {
        if (!IsObject) yield break;
        foreach (var member in Value.EnumerateObject()) yield return (member.Name, new PriceNode(member.Value, $"{Path}['{member.Name}']", Errors));
    }

    /// <param name="owner">Description of the object that contains the list.</param>
    public IEnumerable<PriceNode> List(string name, string owner)
    {
        if (Find(name) is { Value.ValueKind: JsonValueKind.Array } list) return list.Items();
        Fail($"{owner} has no list '{name}'");
        return [];
    }

    /// <summary>The strings of an optional list.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (Find(name) is not { } list) return [];
        if (list.Value.ValueKind != JsonValueKind.Array) list.Fail($"'{name}' is not a list");
        return [.. list.Items().Select(item => item.Text()).OfType<string>()];
    }

    public string? Text()
    {
        if (Value.ValueKind == JsonValueKind.String) return Value.GetString();
        Fail("is not a string");
        return null;
    }

    public string? Text(string name) => Find(name)?.Text();

    public string Required(string name, string owner)
    {
        if (Find(name) is { Value.ValueKind: JsonValueKind.String } found && found.Value.GetString() is { Length: > 0 } text) return text;
        Fail($"{owner} has no '{name}'");
        return "";
    }

    /// <param name="place">Description of the model.</param>
    public decimal? Usd(string name, string place)
    {
        if (Find(name) is not { } found) return null;
        if (found.Value.ValueKind == JsonValueKind.Number && found.Value.TryGetDecimal(out var usd) && usd >= 0) return usd;
        found.Fail($"{place}: '{name}' is not a number (USD)");
        return null;
    }

    public int? Count(string name)
    {
        if (Find(name) is not { } found) return null;
        if (found.Value.ValueKind == JsonValueKind.Number && found.Value.TryGetDouble(out var count) && count is > 0 and <= int.MaxValue) return (int)count;
        found.Fail($"'{name}' is not a number of tokens");
        return null;
    }

    public void Fail(string mistake) => Errors.Add($"{Path}: {mistake}");
}
