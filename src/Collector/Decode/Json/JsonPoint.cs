namespace Tidemark.Collector.Decode.Json;

/// <summary>Members of data points whose field numbers differ by kind, identified by name.</summary>
internal static class JsonPoint
{
    public const int AsDouble = 101;
    public const int AsInt = 102;
    public const int Count = 103;
    public const int Sum = 104;
    public const int Attributes = 105;
    public const int Flags = 106;
}
