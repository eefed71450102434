using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tidemark.Testing.Live;

/// <summary>The part of Grafana's API that the bootstrap of a service account uses: unique names, administrators only, tokens that can be revoked.</summary>
internal sealed class AccountsStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _administrator;
    private readonly List<(string Name, string Role)> _accounts = [("someone-else", "Admin"), ("not-tidemark-collector", "Admin")];
    private readonly Dictionary<string, string> _tokens = [];

    private AccountsStandIn(WebApplication app, string password)
    {
        _app = app;
        _administrator = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{password}"))}";
    }

    public Uri Url => new(_app.Urls.First());

    public IReadOnlyList<(string Name, string Role)> Accounts => _accounts;

    /// <summary>Account names by valid token.</summary>
    public IReadOnlyDictionary<string, string> Tokens => _tokens;

    public static async Task<AccountsStandIn> StartAsync(string password)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var standIn = new AccountsStandIn(app, password);
        app.MapGet(
            "/api/live/list",
            (HttpRequest request) => standIn._tokens.ContainsKey(Authorization(request).Replace("Bearer ", "", StringComparison.Ordinal))
                ? Results.Text("{}")
                : Results.Unauthorized());
        app.MapGet(
            "/api/serviceaccounts/search",
            (HttpRequest request) => standIn.ByAdministrator(request, () => Results.Text(standIn.Search(request.Query["query"].ToString()))));
        app.MapPost("/api/serviceaccounts", async (HttpRequest request) =>
        {
            var body = await JsonNode.ParseAsync(request.Body);
            return standIn.ByAdministrator(request, () => standIn.Add((string)body!["name"]!, (string)body["role"]!));
        });
        app.MapPost("/api/serviceaccounts/{id:int}/tokens", async (HttpRequest request, int id) =>
        {
            var body = await JsonNode.ParseAsync(request.Body);
            return standIn.ByAdministrator(request, () => standIn.AddToken(id, (string)body!["name"]!));
        });
        await app.StartAsync();
        return standIn;
    }

    /// <summary>Revokes all tokens; their names remain in use.</summary>
    public void RevokeAll()
    {
        foreach (var (key, name) in _tokens.ToList())
        {
            _tokens.Remove(key);
            _tokens[$"revoked {key}"] = name;
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Authorization(HttpRequest request) => request.Headers.Authorization.ToString();

    private IResult ByAdministrator(HttpRequest request, Func<IResult> answer) => Authorization(request) == _administrator ? answer() : Results.Unauthorized();

    private string Search(string query)
    {
        var found = _accounts.Select((account, index) => Describe(index + 1, account)).Where(account => account.Contains(query, StringComparison.Ordinal));
        return $"{{\"totalCount\":1,\"serviceAccounts\":[{string.Join(',', found)}],\"page\":1,\"perPage\":1000}}";
    }

    private IResult Add(string name, string role)
    {
        if (_accounts.Any(account => account.Name == name)) return Results.Conflict();
        _accounts.Add((name, role));
        return Results.Text(Describe(_accounts.Count, _accounts[^1]), statusCode: StatusCodes.Status201Created);
    }

    private IResult AddToken(int id, string name)
    {
        if (id < 1 || id > _accounts.Count) return Results.NotFound();
        if (_tokens.ContainsValue(name)) return Results.Conflict();
        var key = $"glsa_{id}_{_tokens.Count}_{_accounts[id - 1].Name}";
        _tokens[key] = name;
        return Results.Text($"{{\"id\":{_tokens.Count},\"name\":\"{name}\",\"key\":\"{key}\"}}");
    }

    private static string Describe(int id, (string Name, string Role) account) =>
        $"{{\"id\":{id},\"uid\":\"u{id}\",\"name\":\"{account.Name}\",\"login\":\"sa-1-{account.Name}\",\"orgId\":1,"
            + $"\"isDisabled\":false,\"role\":\"{account.Role}\",\"tokens\":0,\"avatarUrl\":\"\"}}";
}
