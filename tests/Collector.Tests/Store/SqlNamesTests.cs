using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Tests.Store;

public sealed class SqlNamesTests
{
    [Theory]
    [InlineData("kind = {kind.inference}", "kind = 1")]
    [InlineData("scope IN ({scope.all}, {scope.error_type})", "scope IN (0, 13)")]
    [InlineData("tier = {tier.five_minutes}", "tier = 300")]
    [InlineData("(ARRAY[{status.names}])[status]", "(ARRAY['active', 'idle', 'ended'])[status]")]
    [InlineData("{columns} '{}' {rows}", "{columns} '{}' {rows}")]
    public void Fill_Name_BecomesItsNumber(string sql, string expected) => Assert.Equal(expected, SqlNames.Fill(sql));

    [Fact]
    public void Fill_NamesOfKinds_HasEachAtItsNumber() =>
        Assert.Equal("'inference', 'embedding', 'tool', 'agent', 'workflow', 'cache', 'dependency', 'request', 'other'", SqlNames.Fill("{kind.names}"));

    [Fact]
    public void Fill_UnknownName_IsRefused() =>
        Assert.Contains("kind.mind", Assert.Throws<InvalidOperationException>(() => SqlNames.Fill("{kind.mind}")).Message, StringComparison.Ordinal);
}
