using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Tidemark.Collector.Query.Lists;

/// <summary>Parses a filter's values into its SQL parameter.</summary>
internal static class FilterValue
{
    private const int MaxValues = 200;

    /// <exception cref="BadRequestException">A value is invalid for the filter.</exception>
    public static object Read(Filter filter, StringValues values)
    {
        string[] given = [.. values.Where(value => !string.IsNullOrEmpty(value)).Select(value => value!)];
        if (given.Length > MaxValues) throw new BadRequestException($"'{filter.Name}' has {given.Length} values; at most {MaxValues} are taken.");
        if (given.Any(value => value.Contains('\0', StringComparison.Ordinal))) throw new BadRequestException($"'{filter.Name}' has a NUL character.");
        return filter.Kind switch
        {
            FilterKind.Texts => Texts(filter, given),
            FilterKind.Integers => given.Select(value => Integer(filter, value)).ToArray(),
            FilterKind.Time => Time(filter, given[^1]),
            _ => bool.TryParse(given[^1], out var flag) ? flag : throw new BadRequestException($"'{filter.Name}' must be true or false."),
        };
    }

    private static string[] Texts(Filter filter, string[] given)
    {
        var unknown = filter.Allowed is null ? null : given.FirstOrDefault(value => !filter.Allowed.Contains(value));
        return unknown is null ? given : throw new BadRequestException($"There is no {filter.Name} '{unknown}'. Known: {string.Join(", ", filter.Allowed!)}.");
    }

    private static int Integer(Filter filter, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new BadRequestException($"'{filter.Name}' must be a whole number.");

    private static DateTime Time(Filter filter, string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time.UtcDateTime
            : throw new BadRequestException($"'{filter.Name}' must be a moment as 2026-03-01T12:00:00Z.");
}
