using Tidemark.Grafana.Lint.Expansion;

namespace Tidemark.Grafana.Tests.Expansion;

/// <summary>Inputs and outputs as Grafana's own tests of the data source state them.</summary>
public sealed class MacroExpanderTests
{
    private static readonly DateTimeOffset From = new(2018, 4, 12, 18, 0, 0, TimeSpan.Zero);
    private static readonly TimeRange FiveMinutes = new(From, From.AddMinutes(5));
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("select $__time(time_column)", "select time_column AS \"time\"")]
    [InlineData("select min($__time(time_column))", "select min(time_column AS \"time\")")]
    [InlineData("select $__timeEpoch(at)", "select extract(epoch from at) as \"time\"")]
    [InlineData("WHERE $__timeFilter(time_column)", "WHERE time_column BETWEEN '2018-04-12T18:00:00Z' AND '2018-04-12T18:05:00Z'")]
    [InlineData("select $__timeFrom()", "select '2018-04-12T18:00:00Z'")]
    [InlineData("select $__timeTo()", "select '2018-04-12T18:05:00Z'")]
    [InlineData("SELECT $__timeGroup(time_column,'5m'), value", "SELECT floor(extract(epoch from time_column)/300)*300 AS \"time\", value")]
    [InlineData("SELECT $__timeGroup(time_column,'5m') as time, value", "SELECT floor(extract(epoch from time_column)/300)*300 as time, value")]
    [InlineData("SELECT $__timeGroup(time_column,'5m')", "SELECT floor(extract(epoch from time_column)/300)*300")]
    [InlineData("SELECT $__timeGroupAlias(time_column,'5m')", "SELECT floor(extract(epoch from time_column)/300)*300 AS \"time\"")]
    [InlineData("$__timeGroup(time_column , '5m')", "floor(extract(epoch from time_column)/300)*300")]
    [InlineData("$__timeGroup(time_column, 5m)", "floor(extract(epoch from time_column)/300)*300")]
    [InlineData("$__timeGroup(c,'20ms')", "floor(extract(epoch from c)/0.02)*0.02")]
    [InlineData("$__timeGroup(c,'12d')", "floor(extract(epoch from c)/1.0368e+06)*1.0368e+06")]
    [InlineData("select $__unixEpochFilter(time)", "select time >= 1523556000 AND time <= 1523556300")]
    [InlineData("select $__unixEpochFrom()", "select 1523556000")]
    [InlineData("select $__unixEpochTo()", "select 1523556300")]
    [InlineData("select $__unixEpochNanoFilter(time)", "select time >= 1523556000000000000 AND time <= 1523556300000000000")]
    [InlineData("select $__unixEpochNanoFrom()", "select 1523556000000000000")]
    [InlineData("select $__unixEpochNanoTo()", "select 1523556300000000000")]
    [InlineData("SELECT $__unixEpochGroup(a+b,'5m')", "SELECT floor((a+b)/300)*300")]
    [InlineData("SELECT $__unixEpochGroupAlias(a+b,'5m')", "SELECT floor((a+b)/300)*300 AS \"time\"")]
    [InlineData("step => '$__interval', $__interval_ms", "step => '10s', 10000")]
    [InlineData("$__timeGroup(c,'$__interval')", "floor(extract(epoch from c)/10)*10")]
    public void Expand_EachMacro_IsWhatTheDataSourceSends(string sql, string expected) =>
        Assert.Equal(expected, MacroExpander.Expand(sql, FiveMinutes, TenSeconds).Sql);

    [Fact]
    public void Expand_BracketInArguments_EndsTheMacroThere() =>
        Assert.Equal(
            "to_timestamp(t BETWEEN '2018-04-12T18:00:00Z' AND '2018-04-12T18:05:00Z')",
            MacroExpander.Expand("$__timeFilter(to_timestamp(t))", FiveMinutes, TenSeconds).Sql);

    [Fact]
    public void Expand_FractionOfASecond_IsPrintedWithoutTrailingZeros()
    {
        var range = new TimeRange(new DateTimeOffset(1960, 2, 1, 7, 0, 0, 500, TimeSpan.Zero), new DateTimeOffset(1980, 2, 3, 8, 0, 0, 500, TimeSpan.Zero));

        Assert.Equal("t BETWEEN '1960-02-01T07:00:00.5Z' AND '1980-02-03T08:00:00.5Z'", MacroExpander.Expand("$__timeFilter(t)", range, TenSeconds).Sql);
    }

    [Fact]
    public void Expand_TimesInAnotherZone_AreSentInUtc()
    {
        var range = new TimeRange(From.ToOffset(TimeSpan.FromHours(2)), From.AddHours(1));

        Assert.Equal("'2018-04-12T18:00:00Z'", MacroExpander.Expand("$__timeFrom()", range, TenSeconds).Sql);
    }

    [Theory]
    [InlineData("select $__range(x)")]
    [InlineData("select $word(x)")]
    [InlineData("$__timeGroup(c)")]
    [InlineData("$__timeGroup(c, 'soon')")]
    [InlineData("$__timeGroup(c, '5m', null)")]
    [InlineData("$__timeGroup(c, '500ms', 0)")]
    public void Expand_WhatTheDataSourceRefuses_Throws(string sql) =>
        Assert.Throws<MacroException>(() => MacroExpander.Expand(sql, FiveMinutes, TenSeconds));

    [Theory]
    [InlineData("$__timeGroupAlias(c,'5m',NULL)", "Null")]
    [InlineData("$__timeGroupAlias(c,'5m',previous)", "Previous")]
    [InlineData("$__unixEpochGroup(c,'5m',1.5)", "Value")]
    public void Expand_ThirdArgument_FillsTheBuckets(string sql, string mode)
    {
        var fill = MacroExpander.Expand(sql, FiveMinutes, TenSeconds).Fill;

        Assert.Equal(mode, fill?.Mode.ToString());
        Assert.Equal(TimeSpan.FromMinutes(5), fill?.Interval);
    }
}
