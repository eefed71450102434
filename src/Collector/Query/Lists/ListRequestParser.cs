using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Tidemark.Collector.Query.Lists;

/// <summary>Parses the query of a URL. Unknown parameters are refused by name: a misspelt filter would otherwise return everything.</summary>
internal sealed class ListRequestParser(QueryOptions options)
{
    private const string After = "after";
    private const string Limit = "limit";
    private const string SortBy = "sort";
    private const string Format = "format";

    /// <exception cref="BadRequestException">A parameter is unknown or malformed.</exception>
    public ListRequest Parse(ListDefinition list, IQueryCollection query)
    {
        string[] reserved = [After, Limit, SortBy, Format];
        var unknown = query.Keys.FirstOrDefault(key => !reserved.Contains(key) && list.Filters.All(filter => filter.Name != key));
        if (unknown is not null)
            throw new BadRequestException(
                $"There is no filter '{unknown}'. Filters: {Names(list.Filters.Select(filter => filter.Name))}; also: {Names(reserved)}.");

        var format = FormatOf(query[Format]);
        var (sort, descending) = SortOf(list, query[SortBy]);
        var request = new ListRequest
        {
            List = list,
            Filters = [.. list.Filters.Where(filter => HasValue(query[filter.Name])).Select(filter => (filter, FilterValue.Read(filter, query[filter.Name])))],
            Sort = sort,
            Descending = descending,
            Limit = LimitOf(query[Limit], format),
            Format = format,
        };
        return request with { After = CursorOf(request, query[After]) };
    }

    private static bool HasValue(StringValues values) => values.Any(value => !string.IsNullOrEmpty(value));

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);

    private static ListFormat FormatOf(StringValues values)
    {
        if (!HasValue(values)) return ListFormat.Json;
        var known = Enum.GetValues<ListFormat>();
        var found = known.Where(format => values[^1] == NameOf(format)).ToList();
        return found.Count == 1 ? found[0] : throw new BadRequestException($"There is no format '{values[^1]}'. Formats: {Names(known.Select(NameOf))}.");
    }

    private static string NameOf(ListFormat format) => format switch
    {
        ListFormat.Json => "json",
        ListFormat.Ndjson => "ndjson",
        _ => "csv",
    };

    private static (Sort Sort, bool Descending) SortOf(ListDefinition list, StringValues values)
    {
        var asked = HasValue(values) ? values[^1]! : list.DefaultSort;
        var sort = list.Sorts.FirstOrDefault(sort => sort.Name == asked.TrimStart('-'));
        return sort is null
            ? throw new BadRequestException(
                $"This list cannot be sorted by '{asked}'. Sorts: {Names(list.Sorts.Select(one => one.Name))}; prefix - for descending order.")
            : (sort, asked.StartsWith('-'));
    }

    private static Cursor? CursorOf(ListRequest request, StringValues values)
    {
        if (!HasValue(values)) return null;
        if (!Cursor.TryParse(values[^1]!, out var cursor)) throw new BadRequestException("'after' must be the 'next' of the page before.");
        return cursor.Order == request.Order
            ? cursor
            : throw new BadRequestException($"The previous page was sorted by '{cursor.Order}': request the next page in the same order.");
    }

    private int? LimitOf(StringValues values, ListFormat format)
    {
        if (!HasValue(values)) return format == ListFormat.Json ? options.PageSize : null;
        var most = format == ListFormat.Json ? options.MaxPageSize : int.MaxValue;
        return int.TryParse(values[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most
            ? limit
            : throw new BadRequestException($"'limit' must be a whole number from 1 to {most}.");
    }
}
