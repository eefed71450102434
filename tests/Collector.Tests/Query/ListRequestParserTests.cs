using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Tidemark.Collector.Query;
using Tidemark.Collector.Query.Lists;

namespace Tidemark.Collector.Tests.Query;

public sealed class ListRequestParserTests
{
    [Fact]
    public void Parse_Nothing_IsTheDefaultPage()
    {
        var request = Parse("");

        Assert.Equal((50, "-started_at", ListFormat.Json), (request.Limit, request.Order, request.Format));
        Assert.Empty(request.Filters);
        Assert.Null(request.After);
    }

    [Fact]
    public void Parse_RepeatedFilter_TakesAllValuesAndDropsEmptyOnes()
    {
        var (filter, value) = Assert.Single(Parse("?service=a&service=b&service=&agent=").Filters);

        Assert.Equal("service", filter.Name);
        Assert.Equal(["a", "b"], Assert.IsType<string[]>(value));
    }

    [Theory]
    [InlineData("2026-03-01T12:00:00Z")]
    [InlineData("2026-03-01T14:00:00%2B02:00")]
    [InlineData("2026-03-01T12:00:00")]
    public void Parse_Time_IsUtc(string text)
    {
        var (_, value) = Assert.Single(Parse($"?from={text}").Filters);

        Assert.Equal(new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc), value);
        Assert.Equal(DateTimeKind.Utc, ((DateTime)value).Kind);
    }

    [Fact]
    public void Parse_Export_HasNoLimitUnlessAsked()
    {
        Assert.Null(Parse("?format=csv").Limit);
        Assert.Equal(5_000, Parse("?format=ndjson&limit=5000").Limit);
    }

    [Fact]
    public void Parse_TooManyValues_IsRefused() =>
        Assert.Throws<BadRequestException>(() => Parse("?" + string.Join('&', Enumerable.Range(0, 201).Select(i => $"service={i}"))));

    [Fact]
    public void Parse_NulInValue_IsRefused() => Assert.Throws<BadRequestException>(() => Parse("?service=a%00b"));

    [Theory]
    [InlineData("-started_at", "2026-03-01 12:00:00.000001+00", "s-1")]
    [InlineData("cost_usd", "0.1", "name with \u00e9, \" and \u001f inside")]
    public void Cursor_ToText_ComesBack(string order, string value, string key)
    {
        Assert.True(Cursor.TryParse(new Cursor(order, value, key).ToString(), out var cursor));

        Assert.Equal(new Cursor(order, value, key), cursor);
    }

    private static ListRequest Parse(string query) =>
        new ListRequestParser(new QueryOptions()).Parse(SessionList.Definition, new QueryCollection(QueryHelpers.ParseQuery(query)));
}
