using System.Text;

namespace Tidemark.Collector.Decode.Json;

/// <summary>Names of one message's members and the field numbers that they stand for.</summary>
internal sealed class JsonFieldTable(params (string Name, int Field)[] fields)
{
    /// <summary>No number of a field: a member that is not read.</summary>
    public const int Unknown = 0;

    private readonly (byte[] Name, int Field)[] _fields = [.. fields.Select(field => (Encoding.ASCII.GetBytes(field.Name), field.Field))];

    public int Find(ReadOnlySpan<byte> name)
    {
        foreach (var field in _fields)
        {
            if (name.SequenceEqual(field.Name)) return field.Field;
        }

        return Unknown;
    }
}
