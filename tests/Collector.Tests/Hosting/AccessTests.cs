using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Hosting;
using Tidemark.Collector.Hosting.Access;

namespace Tidemark.Collector.Tests.Hosting;

public sealed class AccessTests
{
    private static readonly Listener Open = new("otlp-http", "Test", [new IPEndPoint(IPAddress.Any, 4318)], HttpProtocols.Http1, 1);
    private static readonly Listener Local = new("otlp-grpc", "Test", [new IPEndPoint(IPAddress.Loopback, 4317)], HttpProtocols.Http2, 1);

    [Theory]
    [InlineData("Bearer first key", "team-a")]
    [InlineData("bearer second key", "team-b")]
    [InlineData("Bearer  rotated key ", "team-a")]
    public void TryAuthenticate_KnownKey_NamesItsSource(string header, string source)
    {
        Assert.True(Authenticator().TryAuthenticate(Request(header), out var told));
        Assert.Equal(source, told);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer first key2")]
    [InlineData("Bearer First key")]
    [InlineData("Basic first key")]
    [InlineData("first key")]
    public void TryAuthenticate_NoKnownKey_IsFalse(string header) => Assert.False(Authenticator().TryAuthenticate(Request(header), out _));

    [Fact]
    public void TryAuthenticate_TheHashItself_IsNoKey() =>
        Assert.False(Authenticator().TryAuthenticate(Request("Bearer " + Hash("first key")), out _));

    [Fact]
    public void TryAuthenticate_PasswordOfBasicAuthentication_IsTheKey()
    {
        Assert.True(Authenticator().TryAuthenticate(Request("Basic " + Convert.ToBase64String("pk-lf-1:first key"u8)), out _));
        Assert.False(Authenticator().TryAuthenticate(Request("Basic " + Convert.ToBase64String("first key:pk-lf-1"u8)), out _));
        Assert.False(Authenticator().TryAuthenticate(Request("Basic " + Convert.ToBase64String("first key"u8)), out _));
        Assert.False(Authenticator().TryAuthenticate(Request("Basic not base64"), out _));
    }

    [Fact]
    public void TryAuthenticate_EndlessKey_IsFalse() => Assert.False(Authenticator().TryAuthenticate(Request("Bearer " + new string('x', 100_000)), out _));

    [Fact]
    public void TryAuthenticate_NoKeysConfigured_IsAnyone()
    {
        var authenticator = new Authenticator(Options.Create(new AccessOptions()));

        Assert.False(authenticator.IsRequired);
        Assert.True(authenticator.TryAuthenticate(Request(""), out var source));
        Assert.Equal("default", source);
    }

    [Fact]
    public void Validate_OpenListenerWithoutKeys_SaysWhatToDo()
    {
        var result = new AccessOptionsValidator(() => [Open, Local]).Validate(null, new AccessOptions());

        var fault = Assert.Single(result.Failures!);
        Assert.Contains("'otlp-http'", fault, StringComparison.Ordinal);
        Assert.Contains("Tidemark:Receive:AllowUnauthenticated=true", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_OpenListenerWithKeysOrPermission_IsFine()
    {
        var validator = new AccessOptionsValidator(() => [Open]);

        Assert.True(validator.Validate(null, Keys()).Succeeded);
        Assert.True(validator.Validate(null, new AccessOptions { AllowUnauthenticated = true }).Succeeded);
        Assert.True(new AccessOptionsValidator(() => [Local]).Validate(null, new AccessOptions()).Succeeded);
    }

    [Fact]
    public void Validate_BadKeys_TellsEveryFaultWithoutTheHash()
    {
        var options = new AccessOptions { ApiKeys = [new() { Source = "", Sha256 = "the key itself" }, new() { Source = "x", Sha256 = new string('g', 64) }] };

        var failures = new AccessOptionsValidator(() => []).Validate(null, options).Failures!.ToList();

        Assert.Equal(3, failures.Count);
        Assert.All(failures, failure => Assert.DoesNotContain("the key itself", failure, StringComparison.Ordinal));
    }

    private static Authenticator Authenticator() => new(Options.Create(Keys()));

    private static AccessOptions Keys() => new()
    {
        ApiKeys =
        [
            new() { Source = "team-a", Sha256 = Hash("first key") },
            new() { Source = "team-b", Sha256 = Hash("second key").ToUpperInvariant() },
            new() { Source = "team-a", Sha256 = Hash("rotated key") },
        ],
    };

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static DefaultHttpContext Request(string authorization)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Authorization = authorization;
        return context;
    }
}
