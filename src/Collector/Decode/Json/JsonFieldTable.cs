using System.Text;

namespace Tidemark.Collector.Decode.Json;

/// <summary>
/// Maps the member names of one message to field numbers: in lowerCamelCase and, as the proto3 JSON mapping requires of readers, as written in the
/// .proto files.
/// </summary>
internal sealed class JsonFieldTable(params (string Name, int Field)[] fields)
{
    /// <summary>Not a field number: the member is skipped.</summary>
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
