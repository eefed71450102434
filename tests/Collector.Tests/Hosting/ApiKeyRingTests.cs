using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tidemark.Collector.Hosting;
using Tidemark.Collector.Hosting.Access;
using Tidemark.Collector.Tests.Pipeline.Requests;
using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Hosting;

public sealed class ApiKeyRingTests : IDisposable
{
    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Tidemark:Receive:ApiKeys:0:Source"] = "shop",
        ["Tidemark:Receive:ApiKeys:0:Sha256"] = Hash("first"),
    }).Build();

    private readonly List<string> _log = [];
    private readonly ServiceProvider _services;

    public ApiKeyRingTests()
    {
        var services = new ServiceCollection().AddSingleton<IConfiguration>(_configuration).AddSingleton<ILogger<ApiKeyRing>>(new LineLogger<ApiKeyRing>(_log));
        _services = services.AddAccess(_configuration).BuildServiceProvider();
    }

    [Fact]
    public void Admit_KeyAddedAndFormerWithdrawn_FollowsTheConfiguration()
    {
        var authenticator = _services.GetRequiredService<Authenticator>();
        Assert.Equal(Admission.Unknown, Admit(authenticator, "second"));

        _configuration["Tidemark:Receive:ApiKeys:1:Source"] = "shop";
        _configuration["Tidemark:Receive:ApiKeys:1:Sha256"] = Hash("second");
        _configuration.Reload();
        Assert.Equal(Admission.Granted, Admit(authenticator, "first"));
        Assert.Equal(Admission.Granted, Admit(authenticator, "second"));

        _configuration["Tidemark:Receive:ApiKeys:0:Sha256"] = Hash("third");
        _configuration.Reload();
        Assert.Equal(Admission.Unknown, Admit(authenticator, "first"));
        Assert.Equal(Admission.Granted, Admit(authenticator, "second"));
        Assert.Equal(2, _log.Count(line => line.Contains("2 key(s) are valid", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Sha256", "no hash")]
    [InlineData("Source", "")]
    [InlineData("Role", "Admin")]
    public void Admit_ListThatCannotBeUsed_KeepsTheFormerAndSaysSo(string key, string value)
    {
        var authenticator = _services.GetRequiredService<Authenticator>();

        _configuration[$"Tidemark:Receive:ApiKeys:0:{key}"] = value;
        _configuration.Reload();

        Assert.Equal(Admission.Granted, Admit(authenticator, "first"));
        var line = Assert.Single(_log);
        Assert.Contains("the previous keys remain valid", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Hash("first"), line, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An editor that replaces the file, with a crash in between.</summary>
    [Fact]
    public void Admit_FileOfKeysIsGone_LetsNobodyElseIn()
    {
        using var folder = new TemporaryDirectory();
        var file = Path.Combine(folder.Path, "keys.json");
        File.WriteAllText(file, $$"""{ "Tidemark:Receive:ApiKeys:0:Source": "shop", "Tidemark:Receive:ApiKeys:0:Sha256": "{{Hash("first")}}" }""");
        var configuration = new ConfigurationBuilder().AddJsonFile(file, optional: true, reloadOnChange: false).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration)
            .AddSingleton<ILogger<ApiKeyRing>>(new LineLogger<ApiKeyRing>(_log))
            .AddAccess(configuration).BuildServiceProvider();
        var authenticator = services.GetRequiredService<Authenticator>();

        File.Delete(file);
        configuration.Reload();

        Assert.True(authenticator.IsRequired);
        Assert.Equal(Admission.Granted, Admit(authenticator, "first"));
        Assert.Equal(Admission.Unknown, Admit(authenticator, "second"));
        Assert.NotEmpty(_log);
        Assert.All(_log, line => Assert.Contains("open access requires a restart", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Admit_SomethingElseChanges_LogsNothing()
    {
        var authenticator = _services.GetRequiredService<Authenticator>();

        _configuration["Tidemark:Store:RetentionDays"] = "7";
        _configuration.Reload();

        Assert.Equal(Admission.Granted, Admit(authenticator, "first"));
        Assert.Empty(_log);
    }

    public void Dispose() => _services.Dispose();

    private static Admission Admit(Authenticator authenticator, string key)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Authorization = $"Bearer {key}";
        return authenticator.Admit(context, KeyRole.Send, out _);
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
