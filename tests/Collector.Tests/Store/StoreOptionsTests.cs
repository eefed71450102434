using Npgsql;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Distributed;

namespace Tidemark.Collector.Tests.Store;

public sealed class StoreOptionsTests
{
    [Theory]
    [InlineData("Host=a,b", true)]
    [InlineData("Host=a,b;Target Session Attributes=primary", true)]
    [InlineData("Host=a,b;Target Session Attributes=read-write", true)]
    [InlineData("Host=a,b;Target Session Attributes=prefer-primary", true)]
    [InlineData("Host=a,b;Target Session Attributes=standby", false)]
    [InlineData("Host=a,b;Target Session Attributes=prefer-standby", false)]
    [InlineData("Host=a,b;Target Session Attributes=read-only", false)]
    [InlineData("Host=a,b;Target Session Attributes=anything", false)]
    public void Validate_TargetThatCannotBeWritten_IsRefused(string connectionString, bool expected)
    {
        var result = new StoreOptionsValidator().Validate(null, new StoreOptions { ConnectionString = connectionString });

        Assert.Equal(expected, result.Succeeded);
    }

    [Theory]
    [InlineData(null, false, "name the cluster's coordinator")]
    [InlineData("Host=a", true, "lanes connect to the workers themselves")]
    [InlineData("Host=a", false, null)]
    public void Validate_Citus_NeedsADirectWayToTheCluster(string? connectionString, bool isPooled, string? fault)
    {
        var options = new StoreOptions { ConnectionString = connectionString, TransactionPooler = isPooled, Distribution = Distribution.Citus };

        var result = new StoreOptionsValidator().Validate(null, options);

        Assert.Equal(fault is null, result.Succeeded);
        if (fault is not null) Assert.Contains(fault, result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=a,b", TargetSessionAttributes.Primary, TargetSessionAttributes.Any)]
    [InlineData("Host=a,b;Target Session Attributes=any", TargetSessionAttributes.Primary, TargetSessionAttributes.Any)]
    [InlineData("Host=a,b;Target Session Attributes=read-write", TargetSessionAttributes.ReadWrite, TargetSessionAttributes.Primary)]
    [InlineData("Host=a,b;Target Session Attributes=prefer-standby", TargetSessionAttributes.Primary, TargetSessionAttributes.PreferStandby)]
    public void Target_AsConfigured_IsAPrimaryForWriting(string connectionString, TargetSessionAttributes writing, TargetSessionAttributes reading)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);

        Assert.Equal((writing, reading), (TargetHosts.ForWriting(given), TargetHosts.ForReading(given)));
    }

    [Fact]
    public void CheckVersion_TooOld_SaysWhatToDo()
    {
        var refused = Assert.Throws<UnusableDatabaseException>(() => ServerCheck.CheckVersion(new Version(14, 12)));

        Assert.Equal(
            "The server is PostgreSQL 14.12; version 15 or newer is needed. Upgrade it, or set ConnectionStrings:Tidemark to another server.", refused.Message);
        ServerCheck.CheckVersion(new Version(15, 0));
    }
}
