namespace Tidemark.Grafana.Tests.Source;

/// <summary>The column named exactly <c>time</c> is the time, whatever its type: numbers count seconds, milliseconds or nanoseconds by their size.</summary>
internal static class TimeColumn
{
    public const string Name = "time";
    private const string EndName = "timeend";

    public static Frame Convert(Frame frame) => new([.. frame.Fields.Select(Convert)]);

    private static Field Convert(Field field) =>
        field.Kind == FieldKind.Number && (field.Name == Name || string.Equals(field.Name, EndName, StringComparison.OrdinalIgnoreCase))
            ? field with { Kind = FieldKind.Time, Values = [.. field.Values.Select(value => value is double number ? (object)Time(number) : null)] }
            : field;

    private static DateTime Time(double number) => DateTime.UnixEpoch.AddMilliseconds(number switch
    {
        >= 1e9 and < 1e10 => number * 1000,
        >= 1e18 and < 1e19 => number / 1e6,
        _ => number,
    });
}
