using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>A rectangle on the 24-column grid.</summary>
internal readonly record struct GridArea(int X, int Y, int Width, int Height)
{
    public const int Columns = 24;

    public static GridArea Of(JsonNode? json) => new(Value(json, "x"), Value(json, "y"), Value(json, "w"), Value(json, "h"));

    public bool IsOnGrid => X >= 0 && Y >= 0 && Width >= 1 && Height >= 1 && X + Width <= Columns;

    public bool Overlaps(GridArea other) => X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;

    private static int Value(JsonNode? json, string key) => (int?)json.Number(key) ?? -1;
}
