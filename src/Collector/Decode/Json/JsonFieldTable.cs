using System.Text;

namespace Tidemark.Collector.Decode.Json;

/// <summary>
/// Names of one message's members and the field numbers that they stand for: in lowerCamelCase and, as proto3 JSON has readers take them too, as the .proto
/// files write them.
/// </summary>
internal sealed class JsonFieldTable(params (string Name, int Field)[] fields)
{
    /// <summary>No number of a field: a member that is not read.</summary>
    public const int Unknown = 0;

    private readonly (byte[] Name, int Field)[] _fields =
        [.. fields.Concat(fields.Select(field => (Name: Original(field.Name), field.Field)))
            .DistinctBy(field => field.Name)
            .Select(field => (Encoding.ASCII.GetBytes(field.Name), field.Field))];

    public int Find(ReadOnlySpan<byte> name)
    {
        foreach (var field in _fields)
        {
            if (name.SequenceEqual(field.Name)) return field.Field;
        }

        return Unknown;
    }

    private static string Original(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : letter.ToString()));
}
