using Tidemark.Collector.Diagnostics.Commands;

namespace Tidemark.Collector.Tests.Diagnostics.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--chekc", "did you mean --check?")]
    [InlineData("halthcheck", "did you mean --healthcheck?")]
    [InlineData("repirce", "did you mean reprice?")]
    [InlineData("--Tidmark:Store:RetentionDays=5", "did you mean --Tidemark?")]
    [InlineData("start", "'start' is neither a command nor a setting.")]
    [InlineData("--Tidemark:Store:RetentionDays", "needs a value")]
    public void Errors_NoSetting_AreNamed(string argument, string wanted) => Assert.Contains(wanted, Assert.Single(CommandLine.Errors([argument])));

    [Theory]
    [InlineData("--Tidemark:Store:RetentionDays=5", "--ConnectionStrings:Tidemark=Host=db;Username=a")]
    [InlineData("--Tidemark:Store:RetentionDays", "5")]
    [InlineData("Tidemark:Store:RetentionDays=5", "--environment=Production")]
    [InlineData("")]
    public void Errors_Settings_AreNone(params string[] arguments) => Assert.Empty(CommandLine.Errors(arguments));
}
