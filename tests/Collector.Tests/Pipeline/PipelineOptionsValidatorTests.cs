using Microsoft.Extensions.Configuration;
using Tidemark.Collector.Pipeline;

namespace Tidemark.Collector.Tests.Pipeline;

public sealed class PipelineOptionsValidatorTests
{
    [Theory]
    [InlineData(null, 64)]
    [InlineData("Host=db", 64)]
    [InlineData("Host=db;Maximum Pool Size=20", 8)]
    [InlineData("Host=db;Maximum Pool Size=1;Pooling=false", 8)]
    [InlineData("no connection string", 8)]
    public void Validate_PoolThatDoes_Succeeds(string? connectionString, int lanes) => Assert.Null(FaultOf(connectionString, lanes));

    [Theory]
    [InlineData("Host=db;Maximum Pool Size=19", 8, "20 together, but ConnectionStrings:Tidemark allows 19")]
    [InlineData("Host=db;MaxPoolSize=10", 2, "14 together, but ConnectionStrings:Tidemark allows 10")]
    public void Validate_PoolTooSmall_NamesTheSizeNeeded(string connectionString, int lanes, string reported) =>
        Assert.Contains(reported, FaultOf(connectionString, lanes), StringComparison.Ordinal);

    private static string? FaultOf(string? connectionString, int lanes)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Tidemark"] = connectionString,
        }).Build();
        return new PipelineOptionsValidator(configuration).Validate(null, new PipelineOptions { Lanes = lanes }).FailureMessage;
    }
}
